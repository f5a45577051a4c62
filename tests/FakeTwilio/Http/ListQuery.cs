using System.Globalization;
using System.Text.Json.Nodes;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Http;

/// <summary>
/// A page of the list, newest first. A page begins behind the message that its token names, so that what is deleted or arrives
/// meanwhile moves nothing. Bounds of time include what they name; a date without a time is the whole day in UTC.
/// </summary>
internal sealed record ListQuery(string? To, string? From, DateTimeOffset After, DateTimeOffset Before, int PageSize, int Page, long? Below)
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'"];

    public static ListQuery Read(ApiRequest request, SmsWorld world)
    {
        var (after, before) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        if (request["DateSent>"] is { } later)
            after = Time(later).Start;
        if (request["DateSent<"] is { } earlier)
            before = Time(earlier).End;
        if (request["DateSent"] is { } exact)
            (after, before) = Time(exact);
        var page = Int(request["Page"], 0, 0, int.MaxValue);
        var token = request["PageToken"];
        if (page > 0 && token is null)
            throw TwilioRefusal.BadRequest(20006, "A page other than the first is asked for with its token");
        long? below = token is null ? null : world.SequenceOf(token.StartsWith("PA", StringComparison.Ordinal) ? token[2..] : token)
            ?? throw TwilioRefusal.BadRequest(20006, "The page token is not valid");
        return new ListQuery(request["To"], request["From"], after, before, Int(request["PageSize"], 50, 1, 1000), page, below);
    }

    public JsonObject Run(ApiRequest request, SmsWorld world)
    {
        var found = Enumerable.Reverse(world.Messages).Where(Fits).Take(PageSize + 1).ToList();
        var records = found.Take(PageSize).ToList();
        var account = world.Options.AccountSid;
        return new JsonObject
        {
            ["first_page_uri"] = Uri(request, 0, null),
            ["end"] = Page * PageSize + Math.Max(records.Count - 1, 0),
            ["previous_page_uri"] = Page == 0 ? null : Uri(request, 0, null),
            ["messages"] = new JsonArray([.. records.Select(message => message.ToJson(account))]),
            ["uri"] = Uri(request, Page, request["PageToken"]),
            ["page_size"] = PageSize,
            ["start"] = Page * PageSize,
            ["next_page_uri"] = found.Count > PageSize ? Uri(request, Page + 1, "PA" + records[^1].Sid) : null,
            ["page"] = Page,
        };
    }

    private bool Fits(StoredMessage message) =>
        !message.Deleted
        && (Below is null || message.Sequence < Below)
        && (To is null || message.To == To)
        && (From is null || message.From == From)
        && ((After == DateTimeOffset.MinValue && Before == DateTimeOffset.MaxValue) || (message.Sent >= After && message.Sent <= Before));

    private string Uri(ApiRequest request, int page, string? token)
    {
        IEnumerable<KeyValuePair<string, string>> parameters =
        [
            .. request.Query.Where(pair => pair.Key is not ("Page" or "PageToken" or "PageSize")),
            new("PageSize", PageSize.ToString(CultureInfo.InvariantCulture)),
            new("Page", page.ToString(CultureInfo.InvariantCulture)),
            .. token is null ? [] : new KeyValuePair<string, string>[] { new("PageToken", token) },
        ];
        return $"{request.Path}?{string.Join('&', parameters.Select(pair => $"{System.Uri.EscapeDataString(pair.Key)}={System.Uri.EscapeDataString(pair.Value)}"))}";
    }

    /// <summary>Messages are dated to the second.</summary>
    private static (DateTimeOffset Start, DateTimeOffset End) Time(string text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, utc, out var day))
            return (day, day.AddDays(1).AddTicks(-1));
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, utc, out var moment)
            ? (moment, moment.AddSeconds(1).AddTicks(-1))
            : throw TwilioRefusal.BadRequest(20001, $"'{text}' is not a date");
    }

    private static int Int(string? text, int absent, int least, int most)
    {
        if (text is null)
            return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw TwilioRefusal.BadRequest(20001, $"A number from {least} to {most} is expected");
    }
}
