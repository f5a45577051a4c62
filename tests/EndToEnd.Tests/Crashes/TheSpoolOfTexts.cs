using Microsoft.Data.Sqlite;
using Senim.EndToEnd.Tests.Harness;
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
        await using var twilio = await FakeTwilioServer.StartAsync(new FakeTwilioOptions { WebhookUrl = new Uri($"http://127.0.0.1:{port}/sms/webhook"), WebhookRepeats = 0 });
        var settings = HostSettings.For(folder)
            .With("Senim__Urls__Public", $"http://127.0.0.1:{port}")
            .With("Senim__Sms__AccountSid", twilio.AccountSid)
            .With("Senim__Sms__AuthToken", twilio.AuthToken)
            .With("Senim__Sms__From", twilio.Number)
            .With("Senim__Sms__WebhookUrl", $"http://127.0.0.1:{port}/sms/webhook")
            .With("Senim__Sms__ApiUrl", twilio.BaseUrl);
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

    public void Dispose() => folder.Dispose();

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
