using System.Text.Json;

namespace Senim.FakeBotApi;

/// <summary>A call of a method, in the order in which calls were answered.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Parameters">As sent, whatever the encoding was.</param>
/// <param name="ErrorCode">0 when it was carried out.</param>
/// <param name="FromWebhook">It stood in the answer to a webhook, and its result was thrown away.</param>
public sealed record ApiCall(
    int Number,
    DateTimeOffset Time,
    string Method,
    JsonElement Parameters,
    long? ChatId,
    int ErrorCode,
    string? Description,
    bool FromWebhook)
{
    public bool Ok => ErrorCode == 0;

    /// <summary>A parameter as text; null when it is absent.</summary>
    public string? this[string parameter] =>
        Parameters.TryGetProperty(parameter, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    public override string ToString() => $"{Number} {Method} {Parameters.GetRawText()} -> {(Ok ? "ok" : $"{ErrorCode} {Description}")}";
}

/// <summary>How many of what there were so far.</summary>
/// <param name="UpdatesCreated">Updates that passed allowed_updates.</param>
/// <param name="Deliveries">Each time an update was handed over, repetitions included.</param>
/// <param name="FailedDeliveries">Webhook requests without a 2xx.</param>
/// <param name="UpdatesDone">Updates that were confirmed or answered with 2xx, and are gone.</param>
public sealed record FakeBotApiCounters(int Calls, int Refusals, int UpdatesCreated, int Deliveries, int FailedDeliveries, int UpdatesDone);
