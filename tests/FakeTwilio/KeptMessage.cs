namespace Senim.FakeTwilio;

/// <summary>A message at one moment, as Twilio keeps it.</summary>
/// <param name="Direction">"inbound", "outbound-api" or "outbound-reply".</param>
/// <param name="Body">Empty once it was wiped.</param>
/// <param name="MediaSids">Files that still lie there.</param>
public sealed record KeptMessage(
    string Sid,
    string Direction,
    string From,
    string To,
    string Body,
    string Status,
    int? ErrorCode,
    int Segments,
    DateTimeOffset Created,
    string? StatusCallback,
    IReadOnlyList<string> MediaSids);

/// <summary>A text that a phone has received.</summary>
/// <param name="IsReply">It stood in the answer to a webhook.</param>
/// <param name="Segments">Parts that it was sent in.</param>
public sealed record PhoneText(string Sid, string From, string Body, int Segments, bool IsReply, DateTimeOffset Time);

/// <summary>What Twilio's debugger would show: a code and what was wrong.</summary>
public sealed record TwilioAlert(int Code, string Text);

/// <summary>How a webhook went in the end.</summary>
/// <param name="MessageSid">Of the message that it was about.</param>
/// <param name="Status">HTTP, of the last attempt; 0 without an answer.</param>
/// <param name="Attempts">How often it was posted.</param>
/// <param name="Texts">What the answer had the phone receive.</param>
public sealed record WebhookResult(string MessageSid, int Status, string Body, int Attempts, IReadOnlyList<string> Texts, IReadOnlyList<TwilioAlert> Alerts);
