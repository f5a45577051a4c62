using System.Globalization;
using System.Text.Json.Nodes;

namespace Senim.FakeTwilio.World;

/// <summary>A message that Twilio keeps until it is deleted.</summary>
internal sealed class StoredMessage
{
    public required string Sid { get; init; }

    /// <summary>Later messages have higher ones.</summary>
    public required long Sequence { get; init; }

    public required string Direction { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Body { get; set; }

    public required string Status { get; set; }

    public DateTimeOffset Updated { get; set; }

    public DateTimeOffset? Sent { get; set; }

    public int? ErrorCode { get; set; }

    public int Segments { get; init; } = 1;

    public string? StatusCallback { get; init; }

    public string? MessagingServiceSid { get; init; }

    public int MediaCount { get; init; }

    public List<StoredMedia> Media { get; } = [];

    public bool Deleted { get; set; }

    /// <summary>Only then it can be wiped or deleted.</summary>
    public bool IsFinal => Status is "received" or "sent" or "delivered" or "undelivered" or "failed" or "canceled" or "read";

    public KeptMessage ToKept() =>
        new(Sid, Direction, From, To, Body, Status, ErrorCode, Segments, Created, StatusCallback, [.. Media.Select(media => media.Sid)]);

    public JsonObject ToJson(string accountSid) => new()
    {
        ["body"] = Body,
        ["num_segments"] = Segments.ToString(CultureInfo.InvariantCulture),
        ["direction"] = Direction,
        ["from"] = From.Length == 0 ? null : From,
        ["date_updated"] = Rfc2822(Updated),
        ["price"] = null,
        ["error_message"] = ErrorCode is null ? null : "Message was not delivered",
        ["uri"] = $"/2010-04-01/Accounts/{accountSid}/Messages/{Sid}.json",
        ["account_sid"] = accountSid,
        ["num_media"] = MediaCount.ToString(CultureInfo.InvariantCulture),
        ["to"] = To,
        ["date_created"] = Rfc2822(Created),
        ["status"] = Status,
        ["sid"] = Sid,
        ["date_sent"] = Sent is { } sent ? Rfc2822(sent) : null,
        ["messaging_service_sid"] = MessagingServiceSid,
        ["error_code"] = ErrorCode,
        ["price_unit"] = "USD",
        ["api_version"] = "2010-04-01",
        ["subresource_uris"] = new JsonObject { ["media"] = $"/2010-04-01/Accounts/{accountSid}/Messages/{Sid}/Media.json" },
    };

    internal static string Rfc2822(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}

/// <summary>A file that Twilio keeps until it is deleted, also when its message is.</summary>
internal sealed record StoredMedia(string Sid, string MessageSid, Attachment File, DateTimeOffset Created)
{
    public JsonObject ToJson(string accountSid) => new()
    {
        ["sid"] = Sid,
        ["account_sid"] = accountSid,
        ["parent_sid"] = MessageSid,
        ["content_type"] = File.ContentType,
        ["date_created"] = StoredMessage.Rfc2822(Created),
        ["date_updated"] = StoredMessage.Rfc2822(Created),
        ["uri"] = $"/2010-04-01/Accounts/{accountSid}/Messages/{MessageSid}/Media/{Sid}.json",
    };
}
