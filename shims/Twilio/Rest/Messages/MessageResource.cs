using Newtonsoft.Json;
using Twilio.Base;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A message as Twilio keeps it. Times are of the local zone.</summary>
public partial class MessageResource : Resource
{
    private const string RecordKey = "messages";

    private MessageResource()
    {
    }

    [JsonProperty("body")]
    public string Body { get; private set; }

    [JsonProperty("num_segments")]
    public string NumSegments { get; private set; }

    [JsonProperty("direction")]
    public DirectionEnum Direction { get; private set; }

    [JsonProperty("from")]
    public PhoneNumber From { get; private set; }

    [JsonProperty("to")]
    public string To { get; private set; }

    [JsonProperty("date_updated")]
    public DateTime? DateUpdated { get; private set; }

    [JsonProperty("price")]
    public string Price { get; private set; }

    [JsonProperty("error_message")]
    public string ErrorMessage { get; private set; }

    [JsonProperty("uri")]
    public string Uri { get; private set; }

    [JsonProperty("account_sid")]
    public string AccountSid { get; private set; }

    [JsonProperty("num_media")]
    public string NumMedia { get; private set; }

    [JsonProperty("status")]
    public StatusEnum Status { get; private set; }

    [JsonProperty("messaging_service_sid")]
    public string MessagingServiceSid { get; private set; }

    [JsonProperty("sid")]
    public string Sid { get; private set; }

    [JsonProperty("date_sent")]
    public DateTime? DateSent { get; private set; }

    [JsonProperty("date_created")]
    public DateTime? DateCreated { get; private set; }

    /// <summary>Why a message was not delivered, such as 30003; a refusal to take it is an exception instead.</summary>
    [JsonProperty("error_code")]
    public int? ErrorCode { get; private set; }

    [JsonProperty("price_unit")]
    public string PriceUnit { get; private set; }

    [JsonProperty("api_version")]
    public string ApiVersion { get; private set; }

    [JsonProperty("subresource_uris")]
    public Dictionary<string, string> SubresourceUris { get; private set; }

    private static string PathOf(string accountSid, string sid) =>
        $"{accountSid}/Messages/{sid ?? throw new ArgumentNullException(nameof(sid))}";
}
