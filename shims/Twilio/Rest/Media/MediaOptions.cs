using Twilio.Base;
using Twilio.Serialization;

namespace Twilio.Rest.Api.V2010.Account.Message;

public class ReadMediaOptions(string pathMessageSid) : ReadOptions<MediaResource>
{
    public string PathMessageSid { get; } = pathMessageSid;

    public string PathAccountSid { get; set; }

    /// <summary>Excludes the two bounds.</summary>
    public DateTime? DateCreated { get; set; }

    public DateTime? DateCreatedBefore { get; set; }

    public DateTime? DateCreatedAfter { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => new FormParameters()
        .AddTimes("DateCreated", DateCreated, DateCreatedBefore, DateCreatedAfter)
        .Add("PageSize", (IFormattable)PageSize)
        .Pairs;
}

public class DeleteMediaOptions(string pathMessageSid, string pathSid) : IOptions<MediaResource>
{
    public string PathMessageSid { get; } = pathMessageSid;

    public string PathSid { get; } = pathSid;

    public string PathAccountSid { get; set; }

    public List<KeyValuePair<string, string>> GetParams() => [];
}
