using System.Net;
using System.Text;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;
using Senim.Intake.Checkpoints;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>The disk under the database is full for a while: Telegram keeps what cannot be stored and brings it again, in order.</summary>
public sealed class WithoutADatabase : IDisposable
{
    private const int Chats = 20;
    private const int Lines = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HostFolder folder = new();

    [FullDiskFact]
    public async Task A_webhook_is_answered_with_503_and_nothing_is_lost()
    {
        await using var telegram = await FakeBotApiServer.StartAsync(options: new FakeBotApiOptions { RetryAfterUnit = TimeSpan.FromMilliseconds(50) });
        var settings = HostSettings.For(folder).Webhook(telegram, HostSettings.FreePort()) with { MeetsFullDisk = true };
        await using (var host = await HostProcess.StartAsync(settings))
        {
            var child = new TelegramReporter(telegram, 4_100_001);
            await child.StartAsync();
            await child.PressAsync("language:ru");
            await child.WaitForAsync("safe:safe");

            await host.FillDiskAsync();
            for (var line = 0; line < Lines; line++)
                await child.TypeAsync($"Меня дразнят в классе, {line}");
            await telegram.WaitUntilAsync(() => telegram.Counters.FailedDeliveries > 2, Patience, host.Tail);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), await PostAsync(host));
            Assert.Equal(Lines, telegram.PendingUpdates);

            await host.FreeDiskAsync();
            await telegram.WaitUntilDeliveredAsync(Patience);
            await CallForHelpAsync(child);
            await DrainAsync(telegram);
            await host.KillAsync();
            await ComparedWithTheLog.CheckAsync(folder, [Told(child)]);

            // The comparison itself: with one word more in the log it fails.
            await Assert.ThrowsAsync<Xunit.Sdk.TrueException>(
                () => ComparedWithTheLog.CheckAsync(folder, [Told(child) with { Typed = [.. child.Typed, "lost"] }]));
        }
    }

    [FullDiskFact]
    public async Task Polling_stands_still_and_a_batch_of_100_survives_that_and_a_crash()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        var settings = HostSettings.For(folder).Polling(telegram) with { MeetsFullDisk = true };
        var children = Enumerable.Range(0, Chats).Select(i => new TelegramReporter(telegram, 4_200_001 + i)).ToList();
        await using (var host = await HostProcess.StartAsync(settings))
        {
            await host.FillDiskAsync();
            for (var line = 0; line < Lines; line++)
            {
                foreach (var child in children)
                    await child.TypeAsync($"Меня дразнят в классе, {child.Chat} {line}");
            }

            await telegram.WaitUntilAsync(
                () => host.Output.Any(said => said.Contains("polling stands still", StringComparison.Ordinal)) && telegram.Counters.Deliveries >= Chats * Lines,
                Patience,
                host.Tail);
            Assert.Equal(Chats * Lines, telegram.PendingUpdates);
        }

        // The disk is there again; the process dies in the middle of the batch.
        await using (var dying = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{Checkpoint.AfterCommit}:{Chats * Lines / 2}")))
            await dying.WaitForExitAsync();
        Assert.Equal(Chats * Lines, telegram.PendingUpdates);

        await using (await HostProcess.StartAsync(settings))
        {
            await telegram.WaitUntilDeliveredAsync(Patience);
            await Task.WhenAll(children.Select(CallForHelpAsync));
            await DrainAsync(telegram);
        }

        await ComparedWithTheLog.CheckAsync(folder, [.. children.Select(Told)]);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Sends what was said so far as a signal, at once.</summary>
    private static async Task CallForHelpAsync(TelegramReporter child)
    {
        await child.PressAsync("danger:danger");
        await child.WaitForAsync("danger:mute");
    }

    private static ToldReport Told(TelegramReporter child) => new(child.Chat, child.Typed, Urgency.Emergency, null);

    private async Task DrainAsync(FakeBotApiServer telegram)
    {
        await telegram.WaitUntilDeliveredAsync(Patience);
        await using var stores = new NodeStores(folder);
        await stores.WaitUntilDrainedAsync(Patience);
    }

    /// <summary>One more update, posted by hand so that the whole answer is seen.</summary>
    internal static async Task<(HttpStatusCode Status, bool SaysWhenToComeAgain)> PostAsync(HostProcess host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.PublicUrl, "/telegram/webhook"));
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", HostSettings.WebhookSecret);
        request.Content = new StringContent(
            """{"update_id":1,"message":{"message_id":5,"date":1700000000,"chat":{"id":4100002,"type":"private"},"text":"/start"}}""", Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.RetryAfter is { Delta.TotalSeconds: > 0 });
    }
}
