using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Channels.Sms.Sweep;
using Senim.Bots.Conversation.Spool;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.WebChat;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>A hotline whose time passes when a test says so, and that is swept when a test says so.</summary>
public abstract class SweepBench : IAsyncLifetime
{
    protected const string Child = "+77010000081";

    private readonly ShiftedClock _clock = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("senim-sweep-").FullName;

    private protected SmsHost Host { get; private set; } = null!;

    private protected string Spool => Path.Combine(_folder, "spool");

    public async Task InitializeAsync() => Host = await SmsHost.StartAsync(
        Flow(),
        services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.Configure<SpoolOptions>(spool => spool.Path = Spool);
            Configure(services);
        },

        // On a busy machine a second is not long, and a sweep says when a call was not answered.
        ("ShowSeconds", "5"));

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private protected abstract IFlow? Flow();

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    private protected void Pass(TimeSpan time)
    {
        _clock.Ahead += time;
        Host.Twilio.AdvanceClock(time);
    }

    private protected void PassMinutes(double minutes) => Pass(TimeSpan.FromMinutes(minutes));

    private protected Task<bool> SweepAsync() => Host.Get<TextSweep>().RunAsync(CancellationToken.None);

    private protected async Task<IReadOnlyList<string>> HeardAsync(string child = Child) =>
        [.. (await Host.StateAsync(child)).Draft.Story.Select(part => part.Text)];

    private protected async Task<int> ConversationsAsync()
    {
        await using var db = Host.Db();
        return await db.Conversations.CountAsync();
    }

    /// <summary>What Twilio still has of those that phones have sent.</summary>
    private protected IReadOnlyList<string> Kept => [.. Host.Twilio.Kept.Where(message => message.Direction == "inbound").Select(message => message.Body)];

    private protected IEnumerable<FakeTwilio.ApiCall> Calls(string method) => Host.Twilio.Calls.Where(call => call.Method == method);

    private protected static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 400, "It did not come to pass in 20 s.");
            await Task.Delay(50);
        }
    }
}
