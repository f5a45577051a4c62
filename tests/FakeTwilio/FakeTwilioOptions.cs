namespace Senim.FakeTwilio;

/// <summary>Whose account it is, how the fake server counts time and how hard it tries to deliver.</summary>
public sealed record FakeTwilioOptions
{
    public string AccountSid { get; init; } = "ACfa4e00000000000000000000000000ab";

    public string AuthToken { get; init; } = "token-of-the-fake-account";

    /// <summary>Numbers of the account, in E.164. Texts go to the first unless they name another.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = ["+77000000100"];

    /// <summary>The public URL of incoming messages, which is signed. Without one, texts only wait in the list.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Where the machine behind the public URLs really listens; the public host itself when null.</summary>
    public Uri? ReachedAt { get; init; }

    /// <summary>STOP, START and HELP are answered by Twilio itself, and STOP bars further messages, as for a number that nobody has set up otherwise.</summary>
    public bool AnswersKeywords { get; init; }

    /// <summary>How often a webhook that fails is posted once more.</summary>
    public int WebhookRepeats { get; init; } = 3;

    public TimeSpan WebhookBackOff { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a webhook may take to answer. Twilio: 15 seconds.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Dates are counted by it; <see cref="FakeTwilioServer.AdvanceClock"/> adds to it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>For waits that name no time of their own.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
