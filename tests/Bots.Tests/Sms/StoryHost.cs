using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Sms;

/// <summary>A hotline on the least flow, and what its tests do with it.</summary>
public abstract class StoryHost : IAsyncLifetime
{
    protected const string Child = "+77010000041";

    private protected SmsHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await SmsHost.StartAsync(new StoryFlow());

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Silence follows, which the flow answers.</summary>
    private protected Task<TurnResult> FallSilentAsync(string number = Child) => Host.Get<TurnRunner>().RunAsync(new InboundTurn
    {
        Channel = ChannelKind.Sms,
        Conversation = Host.Key(number),
        Delivery = Host.Get<BlindIndex>().Delivery(Guid.NewGuid().ToString()),
        Input = new TurnInput.TimedOut(DateTime.UtcNow.ToMilliseconds()),
        ReceivedUtc = DateTime.UtcNow.ToMilliseconds(),
    });

    /// <summary>What lies in the outbox for the child, and when it is due.</summary>
    private protected async Task<IReadOnlyList<(EventLane Lane, TimeSpan Due)>> OwedAsync()
    {
        await using var db = Host.Db();
        return [.. (await db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Show).OrderBy(row => row.Lane).ToListAsync())
            .Select(row => (row.Lane, row.DueUtc - DateTime.UtcNow))];
    }

    /// <summary>The time of what is owed comes, and it is dealt with.</summary>
    private protected async Task LetTimeComeAsync()
    {
        await using var db = Host.Db();
        await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueUtc, DateTime.UtcNow.AddSeconds(-1).ToMilliseconds()));
        await EventuallyAsync(async () => !await db.Outbox.AnyAsync(row => row.Kind == OutboxKind.Show));
    }

    private protected static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 400, "It did not come to pass in 20 s.");
            await Task.Delay(50);
        }
    }

    private protected IReadOnlyList<string> Phone => [.. Host.Twilio.Phone(Child).Select(text => text.Body)];

    private protected int Calls => Host.Twilio.Calls.Count(call => call.Method == "POST");

    private protected string LastSid => Host.Twilio.Phone(Child)[^1].Sid;
}
