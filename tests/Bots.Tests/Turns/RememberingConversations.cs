using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Turns;

public sealed class RememberingConversations
{
    private readonly Clock clock = new();

    [Fact]
    public void Whoever_talks_now_is_remembered_and_who_was_silent_longest_is_not()
    {
        var cache = new ConversationCache(clock, mostBytes: 3 * ConversationCache.EmptyBytes);
        cache.Set(Live(1));
        cache.Set(Live(2));
        cache.Set(Live(3));
        Assert.NotNull(cache.Get(Key(1)));

        cache.Set(Live(4));

        Assert.Null(cache.Get(Key(2)));
        Assert.All([1, 3, 4], number => Assert.NotNull(cache.Get(Key(number))));
    }

    [Fact]
    public void Long_stories_take_the_room_of_several()
    {
        var cache = new ConversationCache(clock, mostBytes: 3 * ConversationCache.EmptyBytes);
        cache.Set(Live(1));
        cache.Set(Live(2));

        cache.Set(Live(3, new string('а', ConversationCache.EmptyBytes / 2)));
        Assert.Null(cache.Get(Key(1)));
        Assert.Null(cache.Get(Key(2)));
        Assert.NotNull(cache.Get(Key(3)));

        cache.Set(Live(3));
        cache.Set(Live(1));
        cache.Set(Live(2));
        Assert.All([1, 2, 3], number => Assert.NotNull(cache.Get(Key(number))));
    }

    [Fact]
    public void The_newest_state_counts_and_a_forgotten_one_is_gone()
    {
        var cache = new ConversationCache(clock);
        cache.Set(Live(1));
        cache.Set(Live(1) with { Version = 2 });
        Assert.Equal(2, cache.Get(Key(1))!.Version);

        cache.Forget(Key(1));

        Assert.Null(cache.Get(Key(1)));
    }

    [Fact]
    public void What_was_said_does_not_stay_open_when_nobody_talks_any_more()
    {
        var cache = new ConversationCache(clock);
        cache.Set(Live(1));
        clock.Ticks += (ConversationCache.Idle / 2).Ticks;
        cache.Set(Live(2));
        clock.Ticks += (ConversationCache.Idle / 2).Ticks + 1;

        Assert.NotNull(cache.Get(Key(2)));
        Assert.Null(cache.Get(Key(1)));
    }

    private static ConversationKey Key(int number) => new((UInt128)number);

    private static LiveConversation Live(int number, string? story = null) => new()
    {
        Key = Key(number),
        Channel = ChannelKind.Telegram,
        Version = 1,
        DataKey = DataKey.Create(MasterKey.Random()),
        IsDataKeyStored = true,
        State = new ConversationState
        {
            Flow = "test",
            FlowVersion = 1,
            State = "Any",
            Draft = new ReportDraft { Story = story is null ? [] : [new StoryPart(story, DateTime.UnixEpoch, null)] },
        },
    };

    private sealed class Clock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
