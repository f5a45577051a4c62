using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Channels.Sms.Sweep;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>The list is read at the start, and then every 5 minutes.</summary>
public sealed class WhenToSweep : SweepBench
{
    private readonly WaitingClock _clock = new();

    private protected override IFlow Flow() => new TestFlow();

    [Fact]
    public async Task It_begins_at_the_start_and_comes_again_sooner_when_something_was_left()
    {
        Host.Twilio.KeepText(Child, "before the start");
        PassMinutes(2);
        using var worker = Worker(Host.Get<IOptions<SmsOptions>>().Value);
        await worker.StartAsync(CancellationToken.None);

        var first = await _clock.NextAsync();
        Assert.Equal(TimeSpan.FromMinutes(5), first.Time);
        Assert.Equal(["before the start"], await HeardAsync());

        Host.Twilio.AddFault(FakeTwilio.Fault.Page() with { Method = "GET" });
        first.End();
        var second = await _clock.NextAsync();
        Assert.Equal(TimeSpan.FromSeconds(30), second.Time);

        second.End();
        Assert.Equal(TimeSpan.FromMinutes(5), (await _clock.NextAsync()).Time);
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Without_an_account_nothing_is_asked()
    {
        using var worker = Worker(new SmsOptions());
        await worker.StartAsync(CancellationToken.None);
        await worker.ExecuteTask!;
        Assert.Empty(Host.Twilio.Calls);
    }

    private SweepWorker Worker(SmsOptions options) =>
        new(Host.Get<TextSweep>(), Options.Create(options), _clock, NullLogger<SweepWorker>.Instance);

    /// <summary>Nothing is due before the test says so.</summary>
    private sealed class WaitingClock : TimeProvider
    {
        private readonly Channel<(TimeSpan Time, Action End)> _waits = Channel.CreateUnbounded<(TimeSpan, Action)>();

        public async Task<(TimeSpan Time, Action End)> NextAsync() => await _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits.Writer.TryWrite((dueTime, () => callback(state)));
            return new Waiting();
        }

        private sealed class Waiting : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
