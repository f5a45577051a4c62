using Newtonsoft.Json;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest;

namespace Twilio.Base;

/// <summary>What the API keeps.</summary>
public abstract class Resource
{
    protected Resource()
    {
    }

    private protected static async Task<Response> SendAsync(
        Twilio.Http.HttpMethod method,
        Func<ITwilioRestClient, string> path,
        ITwilioRestClient client,
        List<KeyValuePair<string, string>> query = null,
        List<KeyValuePair<string, string>> form = null)
    {
        client ??= TwilioClient.GetRestClient();
        var request = new Request(method, Domain.Api, $"/2010-04-01/Accounts/{path(client)}.json", client.Region, query, form);
        return await client.RequestAsync(request).ConfigureAwait(false);
    }

    /// <summary>Null for an empty answer.</summary>
    private protected static T Read<T>(Response response)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(response.Content);
        }
        catch (JsonException unreadable)
        {
            throw new ApiException(unreadable.Message, unreadable);
        }
    }
}
