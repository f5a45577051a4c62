namespace Senim.FakeBotApi;

/// <summary>How the fake server counts time and how hard it tries to deliver.</summary>
public sealed record FakeBotApiOptions
{
    /// <summary>Dates of messages and the 48 hours of deletion are counted by it; <see cref="FakeBotApiServer.AdvanceClock"/> adds to it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public string BotUsername { get; init; } = "senim_test_bot";

    public int FirstUpdateId { get; init; } = 500_000_000;

    /// <summary>After the first failed delivery to a webhook; doubles with each further one.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromMilliseconds(20);

    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one second of a webhook's Retry-After lasts, so that tests need not wait.</summary>
    public TimeSpan RetryAfterUnit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a webhook may take to answer.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a press can be answered.</summary>
    public TimeSpan CallbackLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>For waits that name no time of their own.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
