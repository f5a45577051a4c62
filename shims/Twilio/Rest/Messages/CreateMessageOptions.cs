using Twilio.Base;
using Twilio.Serialization;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public class CreateMessageOptions(PhoneNumber to) : IOptions<MessageResource>
{
    public PhoneNumber To { get; } = to;

    /// <summary>The client's account unless given.</summary>
    public string PathAccountSid { get; set; }

    public Uri StatusCallback { get; set; }

    public string ApplicationSid { get; set; }

    public decimal? MaxPrice { get; set; }

    public bool? ProvideFeedback { get; set; }

    public int? Attempt { get; set; }

    /// <summary>Seconds, 1 to 36000: how long a queued message is worth sending.</summary>
    public int? ValidityPeriod { get; set; }

    public bool? ForceDelivery { get; set; }

    public MessageResource.ContentRetentionEnum ContentRetention { get; set; }

    public MessageResource.AddressRetentionEnum AddressRetention { get; set; }

    public bool? SmartEncoded { get; set; }

    public List<string> PersistentAction { get; set; }

    public MessageResource.TrafficTypeEnum TrafficType { get; set; }

    public bool? ShortenUrls { get; set; }

    public MessageResource.ScheduleTypeEnum ScheduleType { get; set; }

    public DateTime? SendAt { get; set; }

    public bool? SendAsMms { get; set; }

    public string ContentVariables { get; set; }

    public MessageResource.RiskCheckEnum RiskCheck { get; set; }

    public PhoneNumber From { get; set; }

    public PhoneNumber FallbackFrom { get; set; }

    public string MessagingServiceSid { get; set; }

    /// <summary>At most 1600 characters.</summary>
    public string Body { get; set; }

    public List<Uri> MediaUrl { get; set; }

    public string ContentSid { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => new FormParameters()
        .Add("To", To)
        .Add("StatusCallback", StatusCallback)
        .Add("ApplicationSid", ApplicationSid)
        .Add("MaxPrice", (IFormattable)MaxPrice)
        .Add("ProvideFeedback", ProvideFeedback)
        .Add("Attempt", (IFormattable)Attempt)
        .Add("ValidityPeriod", (IFormattable)ValidityPeriod)
        .Add("ForceDelivery", ForceDelivery)
        .Add("ContentRetention", ContentRetention)
        .Add("AddressRetention", AddressRetention)
        .Add("SmartEncoded", SmartEncoded)
        .AddEach("PersistentAction", PersistentAction)
        .Add("TrafficType", TrafficType)
        .Add("ShortenUrls", ShortenUrls)
        .Add("ScheduleType", ScheduleType)
        .Add("SendAt", SendAt)
        .Add("SendAsMms", SendAsMms)
        .Add("ContentVariables", ContentVariables)
        .Add("RiskCheck", RiskCheck)
        .Add("From", From)
        .Add("FallbackFrom", FallbackFrom)
        .Add("MessagingServiceSid", MessagingServiceSid)
        .Add("Body", Body)
        .AddEach("MediaUrl", MediaUrl?.Select(url => url.OriginalString))
        .Add("ContentSid", ContentSid)
        .Pairs;
}
