using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public partial class MessageResource
{
    public static async Task<MessageResource> CreateAsync(CreateMessageOptions options, ITwilioRestClient client = null) =>
        Read<MessageResource>(await SendAsync(
            Twilio.Http.HttpMethod.Post, caller => $"{options.PathAccountSid ?? caller.AccountSid}/Messages", client, form: options.GetParams()).ConfigureAwait(false));

    public static Task<MessageResource> CreateAsync(
        PhoneNumber to,
        string pathAccountSid = null,
        PhoneNumber from = null,
        string messagingServiceSid = null,
        string body = null,
        List<Uri> mediaUrl = null,
        string contentSid = null,
        Uri statusCallback = null,
        string applicationSid = null,
        decimal? maxPrice = default,
        bool? provideFeedback = default,
        int? attempt = default,
        int? validityPeriod = default,
        bool? forceDelivery = default,
        ContentRetentionEnum contentRetention = null,
        AddressRetentionEnum addressRetention = null,
        bool? smartEncoded = default,
        List<string> persistentAction = null,
        TrafficTypeEnum trafficType = null,
        bool? shortenUrls = default,
        ScheduleTypeEnum scheduleType = null,
        DateTime? sendAt = default,
        bool? sendAsMms = default,
        string contentVariables = null,
        RiskCheckEnum riskCheck = null,
        PhoneNumber fallbackFrom = null,
        ITwilioRestClient client = null)
    {
        var options = new CreateMessageOptions(to)
        {
            PathAccountSid = pathAccountSid,
            From = from,
            MessagingServiceSid = messagingServiceSid,
            Body = body,
            MediaUrl = mediaUrl,
            ContentSid = contentSid,
            StatusCallback = statusCallback,
            ApplicationSid = applicationSid,
            MaxPrice = maxPrice,
            ProvideFeedback = provideFeedback,
            Attempt = attempt,
            ValidityPeriod = validityPeriod,
            ForceDelivery = forceDelivery,
            ContentRetention = contentRetention,
            AddressRetention = addressRetention,
            SmartEncoded = smartEncoded,
            PersistentAction = persistentAction,
            TrafficType = trafficType,
            ShortenUrls = shortenUrls,
            ScheduleType = scheduleType,
            SendAt = sendAt,
            SendAsMms = sendAsMms,
            ContentVariables = contentVariables,
            RiskCheck = riskCheck,
            FallbackFrom = fallbackFrom,
        };
        return CreateAsync(options, client);
    }
}
