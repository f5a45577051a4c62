using Twilio.Clients;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource
{
    public static async Task<MessageResource> FetchAsync(FetchMessageOptions options, ITwilioRestClient client = null) =>
        Read<MessageResource>(await SendAsync(
            Twilio.Http.HttpMethod.Get, caller => PathOf(options.PathAccountSid ?? caller.AccountSid, options.PathSid), client, query: options.GetParams()).ConfigureAwait(false));

    public static Task<MessageResource> FetchAsync(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        FetchAsync(new FetchMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);

    /// <summary>An empty body wipes the text that Twilio keeps.</summary>
    public static async Task<MessageResource> UpdateAsync(UpdateMessageOptions options, ITwilioRestClient client = null) =>
        Read<MessageResource>(await SendAsync(
            Twilio.Http.HttpMethod.Post, caller => PathOf(options.PathAccountSid ?? caller.AccountSid, options.PathSid), client, form: options.GetParams()).ConfigureAwait(false));

    public static Task<MessageResource> UpdateAsync(
        string pathSid, string pathAccountSid = null, string body = null, UpdateStatusEnum status = null, ITwilioRestClient client = null) =>
        UpdateAsync(new UpdateMessageOptions(pathSid) { PathAccountSid = pathAccountSid, Body = body, Status = status }, client);

    /// <returns>True, or there is an exception.</returns>
    public static async Task<bool> DeleteAsync(DeleteMessageOptions options, ITwilioRestClient client = null)
    {
        await SendAsync(
            Twilio.Http.HttpMethod.Delete, caller => PathOf(options.PathAccountSid ?? caller.AccountSid, options.PathSid), client, query: options.GetParams()).ConfigureAwait(false);
        return true;
    }

    public static Task<bool> DeleteAsync(string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        DeleteAsync(new DeleteMessageOptions(pathSid) { PathAccountSid = pathAccountSid }, client);
}
