using System.Net;
using Senim.EndToEnd.Tests.Crashes;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.Databases;

/// <summary>
/// The database goes away while people write, and comes back. Texts are kept on the node and answered with calm words, Telegram is told
/// to come again, and afterwards every word is in its signal, in order and once.
/// </summary>
public sealed class WithoutPostgreSql
{
    private const int Lines = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [PostgreSqlTheory]
    [InlineData(Outage.Unreachable)]
    [InlineData(Outage.Closed)]
    public async Task Texts_are_kept_Telegram_comes_again_and_nothing_is_lost_or_doubled(Outage outage)
    {
        await using var database = await PostgreSqlDatabase.MakeAsync();
        using var folder = database.NewFolder();
        var port = HostSettings.FreePort();
        await using var telegram = await FakeBotApiServer.StartAsync(options: new FakeBotApiOptions { RetryAfterUnit = TimeSpan.FromMilliseconds(50) });
        await using var twilio = await HostSettings.StartTwilioAsync(port);
        await using var host = await HostProcess.StartAsync(HostSettings.For(folder).Webhook(telegram, port).Texts(twilio, port));
        var texting = new SmsReporter(twilio, "+77010000062");
        var chatting = new TelegramReporter(telegram, 4_400_001);
        await chatting.StartAsync();
        await chatting.PressAsync("language:ru");
        await chatting.WaitForAsync("safe:safe");
        List<string> texts = ["Меня дразнят в классе text0"];
        await texting.TypeAsync(texts[0]);

        await database.GoAwayAsync(outage);
        for (var line = 1; line <= Lines; line++)
        {
            texts.Add($"Меня дразнят в классе text{line}");
            Assert.StartsWith("Сообщение пришло", await texting.TypeAsync(texts[^1]), StringComparison.Ordinal);
            await chatting.TypeAsync($"Меня дразнят в классе chat{line}");
        }

        await telegram.WaitUntilAsync(() => telegram.Counters.FailedDeliveries > 2, Patience, host.Tail);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), await WithoutADatabase.PostAsync(host));
        Assert.Equal(Lines, telegram.PendingUpdates);
        Assert.Equal("Unhealthy", await ReadyAsync(host));

        await database.ComeBackAsync();
        await telegram.WaitUntilDeliveredAsync(Patience);
        await WaitUntilHealthyAsync(host);
        await chatting.PressAsync("danger:danger");
        await chatting.WaitForAsync("danger:mute");
        texts.Add("SOS");
        await texting.TypeAsync(texts[^1]);
        await telegram.WaitUntilDeliveredAsync(Patience);
        await using (var stores = new NodeStores(folder))
            await stores.WaitUntilDrainedAsync(Patience);
        await host.KillAsync();

        await ComparedWithTheLog.CheckAsync(
            folder, [new(chatting.Chat, chatting.Typed, Urgency.Emergency, null), new(1, texts, Urgency.Emergency, null)]);
    }

    /// <summary>The spool is empty and the database answers.</summary>
    private static async Task WaitUntilHealthyAsync(HostProcess host)
    {
        var until = DateTime.UtcNow + Patience;
        while (await ReadyAsync(host) is var said && said != "Healthy")
        {
            Assert.True(DateTime.UtcNow < until, $"{said}{Environment.NewLine}{host.Tail()}");
            await Task.Delay(50);
        }
    }

    private static async Task<string> ReadyAsync(HostProcess host)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(host.PublicUrl, "/health/ready"));
        return await answer.Content.ReadAsStringAsync();
    }
}
