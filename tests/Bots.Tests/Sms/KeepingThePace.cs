using Senim.Bots.Channels.Sms;

namespace Senim.Bots.Tests.Sms;

/// <summary>One segment a second, help first.</summary>
public sealed class KeepingThePace
{
    private readonly StandingClock _clock = new();
    private readonly SmsPace _pace;

    public KeepingThePace() => _pace = new SmsPace(1, _clock);

    [Fact]
    public void Who_finds_the_line_free_goes_and_the_next_are_told_when()
    {
        Assert.Null(Take(2));
        Assert.Equal(2, Take(2));
        Assert.Equal(4, Take(2));
    }

    [Fact]
    public void Whose_time_has_come_goes_before_those_who_come_first()
    {
        Take(2);
        Assert.Equal(2, Take(2));
        _clock.Pass(2);
        Assert.Equal(2, Take(2));
        Assert.Null(Take(2, isDue: true));
    }

    [Fact]
    public void Help_goes_at_once_and_the_rest_make_room()
    {
        Take(2);
        for (var i = 0; i < 10; i++)
            Assert.Null(Take(2, isHelp: true));
        Assert.Equal(22, Take(2));
        Assert.Equal(24, Take(2, isDue: true));
    }

    [Fact]
    public void Over_a_long_time_no_more_goes_than_the_line_carries()
    {
        var waiting = new List<double>();
        var sent = 0;
        for (var second = 0; second < 600; second++)
        {
            var due = waiting.RemoveAll(time => time <= second);
            for (var i = 0; i < 3 + due; i++)
            {
                if (Take(1, isDue: i < due) is { } wait)
                    waiting.Add(second + wait);
                else
                    sent++;
            }

            _clock.Pass(1);
        }

        Assert.InRange(sent, 590, 603);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("Call 112", 1)]
    [InlineData("қ", 1)]
    public void Short_texts_are_one_segment(string text, int segments) => Assert.Equal(segments, Segments.Count(text));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('қ', 70, 1)]
    [InlineData('қ', 71, 2)]
    [InlineData('қ', 134, 2)]
    [InlineData('қ', 135, 3)]
    [InlineData('№', 71, 2)]
    public void Long_texts_are_counted_as_Twilio_counts_them(char letter, int length, int segments) =>
        Assert.Equal(segments, Segments.Count(new string(letter, length)));

    private double? Take(int segments, bool isHelp = false, bool isDue = false) => _pace.Take(segments, isHelp, isDue)?.TotalSeconds;

    private sealed class StandingClock : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(int seconds) => _ticks += seconds * TimeSpan.TicksPerSecond;
    }
}
