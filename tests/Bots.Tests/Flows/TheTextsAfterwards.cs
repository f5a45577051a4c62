using System.Text.RegularExpressions;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>What holds for every text that is read after the receipt.</summary>
public sealed partial class TheTextsAfterwards
{
    private const int MostWords = 12;

    private static readonly string[] Placeholders = ["{when}", "{code}"];

    public static TheoryData<string> Keys() => [.. FollowTexts.Keys];

    [Fact]
    public void Each_language_has_the_same_texts()
    {
        foreach (var language in Languages.All)
            Assert.Equal(FollowTexts.Keys.Order(StringComparer.Ordinal), FollowTexts.All(language).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_another_in_each_language_with_the_same_placeholders(string key)
    {
        var texts = Languages.All.Select(language => FollowTexts.Get(language, key)).ToList();
        Assert.Equal(3, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(texts, text => Assert.Equal(Names(texts[0]), Names(text)));
        Assert.All(Names(texts[0]), name => Assert.Contains(name, Placeholders));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_sentence_is_longer_than_a_child_reads_at_once_and_none_is_loud(string key)
    {
        foreach (var language in Languages.All)
        {
            Assert.DoesNotContain('!', FollowTexts.Get(language, key));
            foreach (var sentence in SentenceEnd().Split(FollowTexts.Get(language, key)))
                Assert.True(Words().Count(sentence) <= MostWords, $"{language}: {sentence}");
        }
    }

    [Fact]
    public void Each_is_written_in_its_own_letters()
    {
        Assert.All(FollowTexts.All(Language.En).Values, text => Assert.DoesNotMatch("[А-Яа-яЁё]", text));
        Assert.All(FollowTexts.All(Language.Kk).Values, text => Assert.DoesNotMatch("[Щщ]|[A-Za-z]{2,}", Placeholder().Replace(text, "")));
        Assert.All(FollowTexts.All(Language.Ru).Values, text => Assert.DoesNotMatch("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]|[A-Za-z]{2,}", Placeholder().Replace(text, "")));
    }

    [Fact]
    public void Russian_addresses_only_those_of_whom_it_is_known_who_they_are() => Assert.All(
        FollowTexts.All(Language.Ru).Where(text => !text.Key.EndsWith(".child", StringComparison.Ordinal) && !text.Key.EndsWith(".adult", StringComparison.Ordinal)),
        text => Assert.DoesNotMatch(@"\b([Тт]ы|[Тт]ебя|[Тт]ебе|[Тт]во[йяеёи]\w*|[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\w*)\b|\w(йте|(?<!защ)ите|ьте)\b", text.Value));

    /// <summary>Somebody else may hold the phone: what is pushed says that there is something, and not what or from whom.</summary>
    [Fact]
    public void What_is_pushed_says_nothing()
    {
        Assert.Equal(["Жаңа хабарлама келді.", "Есть новое сообщение.", "You have a new message."], Languages.All.Select(language => FollowTexts.Get(language, "new_message")));
        foreach (var language in Languages.All)
            Assert.DoesNotMatch("кезекші|бала|дежур|ребён|дет|duty|child|staff", FollowTexts.Get(language, "sms.new_message"));
    }

    [Theory]
    [InlineData(Voice.Child, "Спасибо тебе.")]
    [InlineData(Voice.Adult, "Спасибо вам.")]
    [InlineData(Voice.Unknown, "Спасибо. ")]
    public void Thanks_are_said_as_to_who_is_thanked(Voice voice, string thanks) =>
        Assert.StartsWith(thanks, FollowTexts.Get(Language.Ru, "thanks", voice), StringComparison.Ordinal);

    public static TheoryData<string> States() => [.. Enum.GetNames<FollowState>().Where(name => name is not (nameof(FollowState.Open) or nameof(FollowState.Report))), "AskShoeSize"];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_is_shown_with_a_way_out_and_danger_last_and_fits_into_two_texts(string name)
    {
        var flow = FlowBench.Conversation();
        foreach (var state in Conversations(name))
        {
            var shown = flow.Render(state, ChannelKind.Telegram);
            var choices = shown.Choices.SelectMany(row => row).ToList();
            Assert.InRange(shown.Text.Length, 1, ReportWording.MostChars);
            Assert.True(choices[^1].IsDanger);
            Assert.Contains(choices, choice => choice is { Question: ReportCodes.Go, Value: ReportCodes.Leave });
            Assert.All(choices, choice => Assert.InRange($"{choice.Flow}:{choice.Question}:{choice.Value}".Length, 1, 64));
            Assert.InRange(flow.Render(state, ChannelKind.Sms).Text.Length, 1, state.Language == Language.En ? 306 : SmsWording.MostUnits);
        }
    }

    /// <summary>Whatever the state, whatever the language: one press or one word, and help is on the screen.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void Danger_is_answered_at_once_in_every_state(string name)
    {
        var flow = FlowBench.Conversation();
        foreach (var state in Conversations(name))
        {
            foreach (var channel in new[] { ChannelKind.Telegram, ChannelKind.Sms })
            {
                var moment = new FlowMoment(FlowBench.Start.AddMinutes(5), channel, new SignalId(Guid.CreateVersion7()));
                foreach (var said in new TurnInput[] { new TurnInput.Choice("report", "danger", "danger"), new TurnInput.Text("SOS"), new TurnInput.Text("ол пышақпен тұр"), new TurnInput.Text("он с ножом") })
                {
                    var once = flow.Take(state, said, moment);
                    Assert.True(once.Replies && flow.Render(once.State, channel).IsDangerHelp, $"{name} {said}");
                    Assert.True(once.Submission is { Triage.Urgency: Intake.Triage.Urgency.Emergency });
                    Assert.True(flow.Render(flow.Take(once.State, said, moment).State, channel).IsDangerHelp);
                }
            }
        }
    }

    private static IEnumerable<ConversationState> Conversations(string name)
    {
        var signal = new SignalId(Guid.CreateVersion7());
        var question = new WaitingQuestion(Guid.CreateVersion7(), signal.Value, QuestionCodes.School, Language.Ru, null) { State = QuestionState.Read };
        foreach (var language in Languages.All)
        {
            var own = FlowBench.Flow().Begin() with
            {
                Flow = "follow",
                State = name,
                Language = language,
                Signal = signal,
                Draft = new ReportDraft { Story = [new StoryPart("а", FlowBench.Start, null)], TalkedUtc = FlowBench.Start, SentUrgency = Intake.Triage.Urgency.Standard, Promised = new(FlowBench.Start.AddDays(3), FlowBench.Start, null, FlowBench.Start) },
                Follow = new FollowUp { Under = nameof(ReportState.Receipt), Questions = [question] },
            };
            yield return own;

            // In the night, when nobody reads.
            yield return own with { Draft = own.Draft with { TalkedUtc = FlowBench.Start.Date.AddHours(20) } };
            foreach (var stage in Enum.GetValues<SignalStage>())
                yield return own with { Follow = own.Follow! with { Questions = [], Progress = new CaseProgress(stage, FlowBench.Start, FlowBench.Start.AddDays(9)) } };
            yield return own with
            {
                Signal = null,
                Draft = new ReportDraft(),
                Follow = new FollowUp { Under = nameof(ReportState.AskSafe), Other = new OtherCase(Guid.CreateVersion7()) { Questions = [question] } },
            };
        }
    }

    private static List<string> Names(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[.?:;\n]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{Nd}{}']+(-\p{L}+)?")]
    private static partial Regex Words();
}
