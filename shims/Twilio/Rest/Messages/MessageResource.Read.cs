using Twilio.Base;
using Twilio.Clients;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource
{
    public static async Task<ResourceSet<MessageResource>> ReadAsync(ReadMessageOptions options, ITwilioRestClient client = null)
    {
        client ??= TwilioClient.GetRestClient();
        var response = await SendAsync(
            Twilio.Http.HttpMethod.Get, caller => $"{options.PathAccountSid ?? caller.AccountSid}/Messages", client, query: options.GetParams()).ConfigureAwait(false);
        return new ResourceSet<MessageResource>(Page<MessageResource>.FromJson(RecordKey, response.Content), options, client);
    }

    public static Task<ResourceSet<MessageResource>> ReadAsync(
        string pathAccountSid = null,
        PhoneNumber to = null,
        PhoneNumber from = null,
        DateTime? dateSentBefore = default,
        DateTime? dateSent = default,
        DateTime? dateSentAfter = default,
        long? pageSize = default,
        long? limit = default,
        ITwilioRestClient client = null)
    {
        var options = new ReadMessageOptions
        {
            PathAccountSid = pathAccountSid,
            To = to,
            From = from,
            DateSentBefore = dateSentBefore,
            DateSent = dateSent,
            DateSentAfter = dateSentAfter,
            PageSize = pageSize,
            Limit = limit,
        };
        return ReadAsync(options, client);
    }
}
