using Microsoft.Data.Sqlite;
using Senim.EndToEnd.Tests.Harness;
using Senim.EndToEnd.Tests.Privacy;
using Senim.FakeTwilio;
using Senim.Intake.Checkpoints;
using Senim.Intake.Storage;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>
/// Another process holds the database, texts come, and the host dies in the middle of keeping them or of carrying them through. Afterwards
/// every text is in its signal, in order and once.
/// </summary>
public sealed class TheSpoolOfTexts : IDisposable
{
    private const string Child = "+77010000061";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HostFolder folder = new();

    [Theory]
    [InlineData(nameof(Checkpoint.SpoolWritten), 1)]
    [InlineData(nameof(Checkpoint.SpoolWritten), 3)]
    [InlineData(nameof(Checkpoint.SpoolReplayed), 1)]
    public async Task Nothing_is_lost_and_nothing_doubled(string checkpoint, int passes)
    {
        var port = HostSettings.FreePort();
        await using var twilio = await TwilioAsync(port);
        var settings = Settings(twilio, port);
        await using (await HostProcess.StartAsync(settings))
            Assert.Equal(200, (await twilio.SendTextAsync(Child, "Меня дразнят в классе word0")).Status);

        var sent = new List<string> { "word0" };
        var lost = new List<string>();
        await using (var dying = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{checkpoint}:{passes}")))
        {
            await dying.WaitUntilListeningAsync();
            await using (var held = await HoldAsync())
            {
                for (var i = 1; i <= 4 && !dying.HasExited; i++)
                {
                    var result = await twilio.SendTextAsync(Child, $"Меня дразнят в классе word{i}");
                    sent.Add($"word{i}");
                    if (result.Status != 200)
                        lost.Add(result.MessageSid);
                }
            }

            await dying.WaitForExitAsync();
        }

        await using (await HostProcess.StartAsync(settings))
        {
            // What was not confirmed comes again, as from Twilio's own queue.
            foreach (var sid in lost)
                Assert.Equal(200, (await twilio.DeliverAgainAsync(sid)).Status);
            await EmptiedAsync();
            await twilio.SendTextAsync(Child, "SOS");
            sent.Add("SOS");
            await using var stores = new NodeStores(folder);
            await stores.WaitUntilDrainedAsync(Patience);
        }

        await using (var stores = new NodeStores(folder))
        {
            var signal = Assert.Single(await stores.ReadSignalsAsync());
            Assert.Equal(sent, signal.Texts.Select(text => text.Split(' ')[^1]));
            Assert.Empty(signal.Opened.Unparsed);
        }
    }

    [Fact]
    public async Task What_waits_tells_nobody_who_wrote_or_what()
    {
        const string Word = "подснежникметка";
        var port = HostSettings.FreePort();
        await using var twilio = await TwilioAsync(port);
        await using var host = await HostProcess.StartAsync(Settings(twilio, port));
        using var http = new HttpClient { BaseAddress = host.PublicUrl };
        var spool = Path.Combine(folder.Path, "spool");

        await using (var held = await HoldAsync())
        {
            var kept = await twilio.SendTextAsync(Child, $"Меня бьёт отчим, {Word}");
            Assert.Equal(200, kept.Status);
            var file = Assert.Single(Directory.GetFiles(spool));
            Assert.Equal("Degraded", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));

            var search = new Search(new Dictionary<string, string>
            {
                ["number"] = Child[1..],
                ["word"] = Word,
                ["message"] = kept.MessageSid,
                ["account's secret"] = twilio.AuthToken,
            });
            Assert.Empty(search.Files(folder.Path));
            Assert.Empty(search.Lines("output", [.. host.Output, .. host.Errors]));

            await File.WriteAllTextAsync(file + ".copy", $"{Child} {Word} {kept.MessageSid} {twilio.AuthToken}");
            Assert.Equal(4, search.Files(spool).Select(hit => hit.Split(" as ")[0]).Distinct().Count());
        }

        await EmptiedAsync();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    [Fact]
    public async Task A_spool_that_cannot_be_written_hands_the_text_back_until_it_can()
    {
        var port = HostSettings.FreePort();
        await using var twilio = await TwilioAsync(port);
        await using var host = await HostProcess.StartAsync(Settings(twilio, port));
        using var http = new HttpClient { BaseAddress = host.PublicUrl };
        var spool = Path.Combine(folder.Path, "spool");
        await File.WriteAllTextAsync(spool, "");

        await using (var held = await HoldAsync())
        {
            Assert.Equal(503, (await twilio.SendTextAsync(Child, "Меня дразнят")).Status);
            using (var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative)))
                Assert.Equal(503, (int)ready.StatusCode);
            Assert.Contains(host.Output, line => line.Contains(" crit: ", StringComparison.Ordinal));

            File.Delete(spool);
            Assert.Equal(200, (await twilio.SendTextAsync(Child, "Меня дразнят")).Status);
        }

        await EmptiedAsync();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    public void Dispose() => folder.Dispose();

    private static Task<FakeTwilioServer> TwilioAsync(int port) => FakeTwilioServer.StartAsync(
        new FakeTwilioOptions { WebhookUrl = new Uri($"http://127.0.0.1:{port}/sms/webhook"), WebhookRepeats = 0 });

    private HostSettings Settings(FakeTwilioServer twilio, int port) => HostSettings.For(folder)
        .With("Senim__Urls__Public", $"http://127.0.0.1:{port}")
        .With("Senim__Sms__AccountSid", twilio.AccountSid)
        .With("Senim__Sms__AuthToken", twilio.AuthToken)
        .With("Senim__Sms__From", twilio.Number)
        .With("Senim__Sms__WebhookUrl", $"http://127.0.0.1:{port}/sms/webhook")
        .With("Senim__Sms__ApiUrl", twilio.BaseUrl);

    /// <summary>The write lock of the intake database, as a backup that hangs would hold it.</summary>
    private async Task<SqliteConnection> HoldAsync()
    {
        var connection = new SqliteConnection(folder.Intake + ";Pooling=False");
        await connection.OpenAsync();
        SqlitePragmas.Apply(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task EmptiedAsync()
    {
        var spool = Path.Combine(folder.Path, "spool");
        var until = DateTime.UtcNow + Patience;
        while (Directory.Exists(spool) && Directory.GetFiles(spool, "*.turns").Length > 0)
        {
            Assert.True(DateTime.UtcNow < until, "The spool was not emptied.");
            await Task.Delay(50);
        }
    }
}
