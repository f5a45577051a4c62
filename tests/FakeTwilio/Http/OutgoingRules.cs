using System.Globalization;
using System.Text.RegularExpressions;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Http;

/// <summary>What Twilio asks of a message before it takes it.</summary>
internal sealed partial record OutgoingRules(string To, string From, string? MessagingServiceSid, string Body, string? StatusCallback)
{
    /// <summary>Twilio error 21617.</summary>
    public const int MaxBody = 1600;

    public static OutgoingRules Check(ApiRequest request, SmsWorld world)
    {
        var to = request["To"] is { Length: > 0 } number ? number : throw TwilioRefusal.BadRequest(21604, "A 'To' phone number is required.");
        if (!IsNumber(to))
            throw TwilioRefusal.BadRequest(21211, $"Invalid 'To' Phone Number: {to}");
        var service = request["MessagingServiceSid"];
        var from = request["From"] ?? string.Empty;
        if (from.Length == 0 && string.IsNullOrEmpty(service))
            throw TwilioRefusal.BadRequest(21603, "A 'From' phone number is required.");
        CheckSender(from, to, world);

        var body = request["Body"] is { Length: > 0 } text ? text : throw TwilioRefusal.BadRequest(21602, "Message body is required.");
        if (body.Length > MaxBody)
            throw TwilioRefusal.BadRequest(21617, "The concatenated message body exceeds the 1600 character limit");
        CheckCallback(request["StatusCallback"]);
        if (request["ValidityPeriod"] is { } period && !(int.TryParse(period, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 36000))
            throw TwilioRefusal.BadRequest(21624, "Validity period must be between 1 and 36000 seconds");

        if (world.Refused.TryGetValue(to, out var refusal))
            throw TwilioRefusal.BadRequest(refusal.Code, refusal.Message);
        if (world.OptedOut.Contains(to))
            throw TwilioRefusal.BadRequest(21610, "Attempt to send to unsubscribed recipient");
        return new OutgoingRules(to, from, service, body, request["StatusCallback"]);
    }

    public static bool IsNumber(string text) => Number().IsMatch(text);

    private static void CheckSender(string from, string to, SmsWorld world)
    {
        if (from.Length == 0 || (SenderName().IsMatch(from) && from.Any(char.IsAsciiLetter)))
            return;
        if (!IsNumber(from))
            throw TwilioRefusal.BadRequest(21212, $"Invalid From Number (caller ID): {from}");
        if (from == to)
            throw TwilioRefusal.BadRequest(21266, "'To' and 'From' number cannot be the same");
        if (!world.Options.Numbers.Contains(from))
            throw TwilioRefusal.BadRequest(21606, $"The 'From' phone number provided ({from}) is not a valid, SMS-capable inbound phone number or short code for your account.");
    }

    private static void CheckCallback(string? url)
    {
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var callback) && callback.Scheme is "http" or "https"))
            throw TwilioRefusal.BadRequest(21609, "The 'StatusCallback' URL is not a valid URL.");
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Za-z0-9 ]{3,11}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SenderName();
}
