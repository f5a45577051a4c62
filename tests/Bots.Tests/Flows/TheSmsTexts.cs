using System.Text.RegularExpressions;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>What is sent as SMS, in every state and language: short, whole, and without the words that the provider answers itself.</summary>
public sealed partial class TheSmsTexts
{
    /// <summary>Two parts in GSM-7.</summary>
    private const int MostPlainUnits = 306;

    private static readonly ReportFlow Flow = FlowBench.Flow();

    private static readonly string[] Notices =
        [.. ReportTexts.All(Language.En).Keys.Where(key => key.StartsWith("sms.note.", StringComparison.Ordinal)).Select(key => key["sms.".Length..])];

    public static TheoryData<string> States() => [.. Enum.GetNames<ReportState>().Where(name => name != nameof(ReportState.Open))];

    public static TheoryData<string> Keys() => [.. ReportTexts.Keys.Where(key => key.StartsWith("sms.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(States))]
    public void A_text_is_never_longer_than_two_parts(string state)
    {
        foreach (var (language, shown) in Shown(state))
        {
            var isPlain = language == Language.En && Gsm7().IsMatch(shown.Text);
            Assert.False(string.IsNullOrWhiteSpace(shown.Text));
            Assert.True(shown.Text.Length <= (isPlain ? MostPlainUnits : SmsWording.MostUnits), $"{shown.Text.Length} {language}: {shown.Text}");
            Assert.Empty(shown.Choices);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_notice_is_not_lost_for_want_of_room(string state)
    {
        foreach (var notice in Notices.Where(notice => notice is not "note.added" and not "note.forgotten"))
        {
            foreach (var language in Languages.All)
            {
                // Help, the receipt and the names of three places say more than a notice.
                var shown = Flow.Render(Stored(state, language) with { Notices = [notice] }, ChannelKind.Sms);
                if (shown is { IsDangerHelp: false, State: not "Receipt" and not "ChoosePlace" })
                    Assert.Contains(ReportTexts.Get(language, $"sms.{notice}"), shown.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_text_holds_a_word_that_the_provider_answers_itself(string key)
    {
        foreach (var language in Languages.All)
            Assert.DoesNotMatch(@"(?i)\b(stop|stopall|unsubscribe|revoke|optout|cancel|end|quit|help|info|start|unstop)\b", ReportTexts.All(language).GetValueOrDefault(key, ""));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void English_stays_in_the_plain_alphabet(string key) => Assert.Matches(Gsm7(), ReportTexts.All(Language.En).GetValueOrDefault(key, "").Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(States))]
    public void Each_number_offered_stands_in_the_text(string state)
    {
        foreach (var language in Languages.All)
        {
            foreach (var stored in new[] { Stored(state, language), Stored(state, language) with { Notices = ["note.help"] }, Stored(state, language) with { Notices = ["note.choose_language"] } })
            {
                var shown = Flow.Render(stored, ChannelKind.Sms);
                var present = Enum.Parse<ReportState>(shown.State);
                if (shown.IsDangerHelp || stored.Notices is ["note.help"])
                    continue;
                for (var number = 1; number <= SmsNumbers.Of(stored, present).Count; number++)
                    Assert.Matches($@"(?m)^{number} \S", shown.Text);
            }
        }
    }

    [Fact]
    public void The_longest_names_of_three_places_fit_and_can_be_told_apart()
    {
        foreach (var language in Languages.All)
        {
            var longest = FlowBench.Places.Regions.SelectMany(region => FlowBench.Places.UnitsOf(region.Code))
                .OrderByDescending(place => FlowBench.Places.Describe(place, language.Code()).Length).Take(3).Select(place => place.Code).ToList();
            var state = Stored(nameof(ReportState.ChoosePlace), language);
            var text = Flow.Render(state with { Draft = state.Draft with { PlaceOffers = longest } }, ChannelKind.Sms).Text;

            Assert.InRange(text.Length, 1, SmsWording.MostUnits);
            Assert.Equal(5, text.Split('\n').Distinct().Count());
            Assert.StartsWith("4 ", text.Split('\n')[^1], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void A_whole_report_takes_four_questions_and_six_texts(string language)
    {
        var chat = Transcripts.Read(Path.Combine(language, "sms-whole-report.chat"));
        var session = new ChatSession(Flow, chat.Channel);
        var shown = new List<string>();
        foreach (var exchange in chat.Exchanges)
        {
            session.Play(exchange);
            if (session.Step!.Replies)
                shown.Add(session.Reply!.State);
        }

        Assert.Equal(["AskStory", "AskPlace", "ConfirmPlace", "AskSafe", "AskContact", "Receipt"], shown);
    }

    [Theory]
    [InlineData("Здравствуйте", Language.Ru)]
    [InlineData("меня обижают", Language.Ru)]
    [InlineData("Мені ұрады", Language.Kk)]
    [InlineData("салем комек керек", Language.Kk)]
    [InlineData("magan komek kerek", Language.Kk)]
    [InlineData("my dad is angry", Language.En)]
    [InlineData("menya byut i my boimsya", null)]
    [InlineData("102", null)]
    public void The_words_tell_the_language(string text, Language? language) => Assert.Equal(language, SmsLanguage.Guess(text));

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 2. ", 2)]
    [InlineData("(3)", 3)]
    [InlineData("２", 2)]
    [InlineData("1️⃣", 1)]
    [InlineData("10", 10)]
    public void A_bare_number_is_a_choice_however_it_is_written(string text, int number) => Assert.Equal(number, SmsNumbers.Read(text));

    [Theory]
    [InlineData("102")]
    [InlineData("1 раз")]
    [InlineData("1 2")]
    [InlineData("в 5")]
    [InlineData("?")]
    [InlineData("")]
    public void Other_words_are_no_number(string text) => Assert.Null(SmsNumbers.Read(text));

    /// <summary>Every state in every language: asked first and again, with each notice, with each kind of danger, with the longest places.</summary>
    private static IEnumerable<(Language Language, OutboundReply Reply)> Shown(string state)
    {
        foreach (var language in Languages.All)
        {
            var stored = Stored(state, language);
            var drafts = Enum.GetValues<DangerForm>().Select(form => stored.Draft with { Danger = form }).Append(stored.Draft).Append(new ReportDraft())
                .SelectMany(draft => new[] { draft, draft.WithAnswer("forwhom", "me"), draft.WithAnswer("forwhom", "friend"), draft.WithAnswer("forwhom", "adult") });
            foreach (var draft in drafts)
            {
                foreach (var times in new[] { 1, 2 })
                {
                    foreach (var notices in Notices.Select(notice => new[] { notice }).Append([]).Append(["note.choose_language"]).Concat(Notices.Select(notice => new[] { "note.sent_in_silence", notice })))
                    {
                        yield return (language, Flow.Render(stored with { Draft = draft, TimesAsked = times, Notices = notices }, ChannelKind.Sms));
                        yield return (Language.Kk, Flow.Render(stored with { Draft = draft, TimesAsked = times, Notices = notices, Language = null }, ChannelKind.Sms));
                    }
                }
            }
        }
    }

    private static ConversationState Stored(string state, Language language)
    {
        var units = FlowBench.Places.Regions.SelectMany(region => FlowBench.Places.UnitsOf(region.Code));
        var longest = units.OrderByDescending(place => FlowBench.Places.Describe(place, language.Code()).Length).Select(place => place.Code).ToList();
        var region = FlowBench.Places.Regions.OrderByDescending(place => place.Name(language.Code()).Length).First();

        // September is the longest month, 10 to 23 hours the longest time.
        var due = new DateTime(2026, 9, 20, 15, 30, 0, DateTimeKind.Utc);
        return Flow.Begin() with
        {
            State = state,
            Language = language,
            TimesAsked = 1,
            Draft = new ReportDraft
            {
                Story = [new StoryPart("меня дразнят", FlowBench.Start, "story")],
                PlaceOffers = [.. longest.Take(5)],
                PlaceRegion = region.Code,
                TalkedUtc = due.AddDays(-1),
                Promised = new DueTimes(due, due.AddDays(1), null, due.AddDays(15)),
            },
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9 .,:?'/()\-\n]*$")]
    private static partial Regex Gsm7();
}
