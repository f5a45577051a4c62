using Senim.Intake.Evidence;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>When a file is open to nobody, and when it is released.</summary>
public sealed class HoldingFiles
{
    private static readonly EvidenceRow WithWords = new() { HasWords = true };
    private static readonly SignalContent Finished = new() { IsFinished = true };

    [Fact]
    public void Released_once_the_signal_is_finished_and_names_nothing_of_the_kind() =>
        Assert.Null(EvidenceHold.Find(Signal("bullying,physical"), Finished, WithWords, null));

    [Theory]
    [InlineData("sexual")]
    [InlineData("bullying,sexual")]
    [InlineData("exploitation,other")]
    public void Held_by_what_triage_names(string categories) =>
        Assert.Equal(HoldReason.Named, EvidenceHold.Find(Signal(categories), Finished, WithWords, null));

    [Theory]
    [InlineData("sexual")]
    [InlineData("exploitation")]
    public void Held_by_what_an_answer_names(string choice) =>
        Assert.Equal(HoldReason.Named, EvidenceHold.Find(
            Signal("bullying"), new SignalContent { IsFinished = true, Answers = [new SignalAnswer("safe", ["unsure"]), new SignalAnswer("what", ["bullying", choice])] }, WithWords, null));

    [Fact]
    public void Held_by_each_sign_that_speaks_of_such_harm_or_of_images_that_are_spread()
    {
        foreach (var sign in new[] { "image_blackmail", "grooming", "rape_recent", "sale" })
        {
            Assert.Equal(HoldReason.Named, EvidenceHold.Find(
                Signal("cyberbullying"), new SignalContent { IsFinished = true, Reasons = [new TriageReason("", "threat"), new TriageReason("", sign)] }, WithWords, null));
        }
    }

    /// <summary>What children write about pictures that go round, through triage itself.</summary>
    [Theory]
    [InlineData("Они разослали мои интимные фото всему классу")]
    [InlineData("Ол менің жалаңаш суреттерімді таратамын деп қорқытады")]
    [InlineData("He says he will post my nudes if I do not send more")]
    public void Held_when_the_words_tell_of_images_that_are_spread(string words)
    {
        var found = RuleTriage.Load().Assess(new TriageInput { Texts = [words] });
        var signal = Signal(string.Join(',', found.Categories.Select(CategoryCodes.Code)));

        Assert.Equal(HoldReason.Named, EvidenceHold.Find(signal, new SignalContent { IsFinished = true, Reasons = found.Reasons }, WithWords, null));
    }

    [Fact]
    public void Held_while_something_is_not_known()
    {
        var incomplete = Signal("bullying");
        incomplete.Incomplete = true;
        var unparsed = Signal("bullying");
        unparsed.Unparsed = true;

        Assert.Equal(HoldReason.Incomplete, EvidenceHold.Find(incomplete, Finished, WithWords, null));
        Assert.Equal(HoldReason.Incomplete, EvidenceHold.Find(Signal("bullying"), new SignalContent(), WithWords, null));
        Assert.Equal(HoldReason.Unread, EvidenceHold.Find(unparsed, Finished, WithWords, null));
    }

    [Fact]
    public void Without_words_held_until_the_reporter_was_asked_and_asking_releases_nothing_else()
    {
        var asked = new EvidenceRow { AskedUtc = DateTime.UtcNow };

        Assert.Equal(HoldReason.WithoutWords, EvidenceHold.Find(Signal("bullying"), Finished, new EvidenceRow(), null));
        Assert.Null(EvidenceHold.Find(Signal("bullying"), Finished, asked, null));
        Assert.Equal(HoldReason.Named, EvidenceHold.Find(Signal("sexual"), Finished, asked, null));
    }

    [Fact]
    public void Without_words_held_until_staff_asked_something_after_it_came()
    {
        var came = new DateTime(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc);
        var file = new EvidenceRow { ReceivedUtc = came };

        Assert.Equal(HoldReason.WithoutWords, EvidenceHold.Find(Signal("bullying"), Finished, file, came.AddMinutes(-1)));
        Assert.Null(EvidenceHold.Find(Signal("bullying"), Finished, file, came.AddMinutes(1)));
        Assert.Equal(HoldReason.Named, EvidenceHold.Find(Signal("sexual"), Finished, file, came.AddMinutes(1)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("вот", false)]
    [InlineData("12345678901234567890!!!", false)]
    [InlineData("мне разбили телефон в школе", true)]
    public void Words_beside_a_file_tell_what_it_is_from_twenty_letters(string? caption, bool tells) => Assert.Equal(tells, EvidenceHold.Tells(caption));

    private static SignalRow Signal(string categories) => new() { Categories = categories };
}
