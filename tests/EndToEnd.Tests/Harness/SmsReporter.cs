using Senim.FakeTwilio;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>Somebody with a phone that knows nothing but texts.</summary>
internal sealed class SmsReporter(FakeTwilioServer twilio, string number)
{
    /// <summary>Twilio's name for the last text sent.</summary>
    public string LastSid { get; private set; } = "";

    /// <summary>Every text received, oldest first.</summary>
    public IReadOnlyList<string> Received => [.. twilio.Phone(number).Select(text => text.Body)];

    /// <returns>What stands in the answer to it; empty when nothing is said.</returns>
    public async Task<string> TypeAsync(string text)
    {
        var result = await twilio.SendTextAsync(number, text);
        LastSid = result.MessageSid;
        Assert.Equal((200, 0), (result.Status, result.Alerts.Count));
        return string.Join('\n', result.Texts);
    }

    /// <returns>The answer to the last text, delivered once more.</returns>
    public async Task<string> RepeatAsync() => string.Join('\n', (await twilio.DeliverAgainAsync(LastSid)).Texts);
}
