using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Clients;

namespace Twilio.Rest.Api.V2010.Account.Message;

/// <summary>A picture, sound or file of a message.</summary>
public class MediaResource : Resource
{
    private const string RecordKey = "media_list";

    private MediaResource()
    {
    }

    [JsonProperty("content_type")]
    public string ContentType { get; private set; }

    [JsonProperty("sid")]
    public string Sid { get; private set; }

    /// <summary>Of this description; without ".json" it is where the content lies.</summary>
    [JsonProperty("uri")]
    public string Uri { get; private set; }

    public static async Task<ResourceSet<MediaResource>> ReadAsync(ReadMediaOptions options, ITwilioRestClient client = null)
    {
        client ??= TwilioClient.GetRestClient();
        var response = await SendAsync(
            Twilio.Http.HttpMethod.Get, caller => PathOf(options.PathAccountSid ?? caller.AccountSid, options.PathMessageSid), client, query: options.GetParams()).ConfigureAwait(false);
        return new ResourceSet<MediaResource>(Page<MediaResource>.FromJson(RecordKey, response.Content), options, client);
    }

    public static Task<ResourceSet<MediaResource>> ReadAsync(
        string pathMessageSid,
        string pathAccountSid = null,
        DateTime? dateCreatedBefore = default,
        DateTime? dateCreated = default,
        DateTime? dateCreatedAfter = default,
        long? pageSize = default,
        long? limit = default,
        ITwilioRestClient client = null)
    {
        var options = new ReadMediaOptions(pathMessageSid)
        {
            PathAccountSid = pathAccountSid,
            DateCreatedBefore = dateCreatedBefore,
            DateCreated = dateCreated,
            DateCreatedAfter = dateCreatedAfter,
            PageSize = pageSize,
            Limit = limit,
        };
        return ReadAsync(options, client);
    }

    /// <returns>True, or there is an exception.</returns>
    public static async Task<bool> DeleteAsync(DeleteMediaOptions options, ITwilioRestClient client = null)
    {
        await SendAsync(
            Twilio.Http.HttpMethod.Delete,
            caller => $"{PathOf(options.PathAccountSid ?? caller.AccountSid, options.PathMessageSid)}/{options.PathSid ?? throw new ArgumentException("A file is named by its SID.", nameof(options))}",
            client,
            query: options.GetParams()).ConfigureAwait(false);
        return true;
    }

    public static Task<bool> DeleteAsync(string pathMessageSid, string pathSid, string pathAccountSid = null, ITwilioRestClient client = null) =>
        DeleteAsync(new DeleteMediaOptions(pathMessageSid, pathSid) { PathAccountSid = pathAccountSid }, client);

    private static string PathOf(string accountSid, string messageSid) =>
        $"{accountSid}/Messages/{messageSid ?? throw new ArgumentNullException(nameof(messageSid))}/Media";
}
