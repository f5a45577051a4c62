using Twilio.Base;
using Twilio.Serialization;
using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

public class ReadMessageOptions : ReadOptions<MessageResource>
{
    public string PathAccountSid { get; set; }

    public PhoneNumber To { get; set; }

    public PhoneNumber From { get; set; }

    /// <summary>Excludes the two bounds.</summary>
    public DateTime? DateSent { get; set; }

    public DateTime? DateSentBefore { get; set; }

    public DateTime? DateSentAfter { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => new FormParameters()
        .Add("To", To)
        .Add("From", From)
        .AddTimes("DateSent", DateSent, DateSentBefore, DateSentAfter)
        .Add("PageSize", (IFormattable)PageSize)
        .Pairs;
}

public class FetchMessageOptions(string pathSid) : IOptions<MessageResource>
{
    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => [];
}

public class UpdateMessageOptions(string pathSid) : IOptions<MessageResource>
{
    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }

    public string Body { get; set; }

    public MessageResource.UpdateStatusEnum Status { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => new FormParameters().Add("Body", Body).Add("Status", Status).Pairs;
}

public class DeleteMessageOptions(string pathSid) : IOptions<MessageResource>
{
    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => [];
}
