using Senim.EndToEnd.Tests.Harness;
using Senim.FakeTwilio;
using Senim.Intake.Checkpoints;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>
/// Texts came while nobody was there; the host dies in the middle of taking them from Twilio's list, or of deleting them there. Afterwards
/// every text is in its signal, in order and once, and Twilio has none of them any more.
/// </summary>
public sealed class TheSweepOfTexts : IDisposable
{
    private const int Children = 6;

    /// <summary>So many had begun to tell, and were heard, before the host was away.</summary>
    private const int Heard = Children / 2;
    private const int Lines = 4;
    private const int Killed = 128 + 9;
    private static readonly TimeSpan Ago = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HostFolder folder = new();

    [Theory]
    [InlineData(nameof(Checkpoint.AfterCommit), 4)]
    [InlineData(nameof(Checkpoint.SweepImported), 1)]
    [InlineData(nameof(Checkpoint.SweepImported), 6)]
    [InlineData(nameof(Checkpoint.SweepDeleted), 1)]
    [InlineData(nameof(Checkpoint.SweepDeleted), 7)]
    public async Task Nothing_is_lost_nothing_doubled_and_nothing_left_at_Twilio(string checkpoint, int passes)
    {
        var port = HostSettings.FreePort();
        await using var twilio = await HostSettings.StartTwilioAsync(port);
        var settings = HostSettings.For(folder).Texts(twilio, port);
        twilio.AdvanceClock(-Ago);
        var told = Enumerable.Range(1, Children).Select(child => new ToldReport(child, [], Urgency.Emergency, null)).ToList();
        await using (await HostProcess.StartAsync(settings))
        {
            for (var i = 0; i < Heard; i++)
                Assert.Equal(200, (await twilio.SendTextAsync(Number(i), Say(told, i, 0))).Status);
        }

        for (var line = 1; line <= Lines; line++)
        {
            twilio.AdvanceClock(TimeSpan.FromSeconds(1));
            for (var i = 0; i < Children; i++)
                twilio.KeepText(Number(i), Say(told, i, line));
        }

        twilio.AdvanceClock(Ago);

        // The first host may have had the time to delete what it had heard.
        var before = Left(twilio).Count;
        Assert.InRange(before, Children * Lines, Heard + (Children * Lines));
        await using (var dying = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{checkpoint}:{passes}")))
        {
            var code = await dying.WaitForExitAsync();
            Assert.True(code == Killed, $"The host ended with {code} instead of being killed at {checkpoint}.{Environment.NewLine}{dying.Tail()}");
        }

        // Nothing is deleted before all were taken in.
        var deleted = before - Left(twilio).Count;
        if (checkpoint == nameof(Checkpoint.SweepDeleted))
            Assert.InRange(deleted, passes, before);
        else
            Assert.Equal(0, deleted);
        await using (await HostProcess.StartAsync(settings))
        {
            await UntilAsync(() => Left(twilio).Count == 0, () => $"Twilio still has {string.Join(" | ", Left(twilio))}");
            for (var i = 0; i < Children; i++)
            {
                told[i] = told[i] with { Typed = [.. told[i].Typed, "SOS"] };
                Assert.Single((await twilio.SendTextAsync(Number(i), "SOS")).Texts);
            }

            await using var stores = new NodeStores(folder);
            await stores.WaitUntilDrainedAsync(Patience);
        }

        // Half an hour later the phones may be in other hands: only what was written now is answered.
        for (var i = Heard; i < Children; i++)
            Assert.True(Assert.Single(twilio.Phone(Number(i))).IsReply);
        await ComparedWithTheLog.CheckAsync(folder, told);

        // The comparison itself: with one word more in the log it fails.
        told[^1] = told[^1] with { Typed = [.. told[^1].Typed, "lost"] };
        await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(() => ComparedWithTheLog.CheckAsync(folder, told));
    }

    public void Dispose() => folder.Dispose();

    private static string Number(int child) => $"+7701000009{child}";

    /// <summary>Puts it into the log.</summary>
    private static string Say(List<ToldReport> told, int child, int line)
    {
        var text = $"Меня дразнят в классе word{child}-{line}";
        told[child] = told[child] with { Typed = [.. told[child].Typed, text] };
        return text;
    }

    /// <summary>What Twilio has of the texts that should be gone: all but the last minute's.</summary>
    private static List<string> Left(FakeTwilioServer twilio) =>
        [.. twilio.Kept.Where(message => message.Direction == "inbound" && message.Created < twilio.Now - TimeSpan.FromMinutes(5)).Select(message => message.Body)];

    private static async Task UntilAsync(Func<bool> holds, Func<string> otherwise)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < until, otherwise());
            await Task.Delay(50);
        }
    }
}
