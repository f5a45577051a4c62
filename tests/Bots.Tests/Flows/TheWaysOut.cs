using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>From every state, whatever is done: a way out stays, danger is heard, and something calm is shown.</summary>
public sealed class TheWaysOut
{
    private static readonly ReportFlow Flow = FlowBench.Flow(new WordTriage());

    private static readonly FlowMoment Moment = new(FlowBench.Start.AddMinutes(1), ChannelKind.Telegram, new SignalId(Guid.CreateVersion7()));

    private static readonly FlowMoment MomentBySms = Moment with { Channel = ChannelKind.Sms };

    private static readonly string[] AllStates = [.. Enum.GetNames<ReportState>().Where(name => name != nameof(ReportState.Open)), "AskShoeSize"];

    public static TheoryData<string> States() => [.. AllStates];

    public static TheoryData<string, string> StatesAndTurns()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in AllStates)
        {
            foreach (var turn in Turns().Keys)
                pairs.Add(state, turn);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(StatesAndTurns))]
    public void Whatever_is_done_something_calm_is_shown_with_a_way_out(string state, string turn)
    {
        foreach (var start in Starts(state))
        {
            var step = Flow.Take(start, Turns()[turn], Moment);
            foreach (var language in Languages.All)
            {
                var reply = Flow.Render(step.State with { Language = language }, ChannelKind.Telegram);
                Assert.False(string.IsNullOrWhiteSpace(reply.Text));
                Assert.InRange(reply.Text.Length, 1, ReportWording.MostChars);
                AssertChoices(reply);
                if (!reply.ClearsChat)
                {
                    Assert.Contains(reply.Choices.SelectMany(row => row), choice => choice.Question == "go" && choice.Value == "leave" || reply.State == "AskLanguage");
                    Assert.True(reply.IsDangerHelp || reply.Choices[^1].Single().IsDanger);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(StatesAndTurns))]
    public void Whatever_is_done_by_SMS_something_short_and_calm_is_said(string state, string turn)
    {
        foreach (var start in Starts(state))
        {
            var step = Flow.Take(start, Turns()[turn], MomentBySms);
            var isAwaited = step.State is { HeldSinceUtc: null, Unreachable: false };
            Assert.Equal(isAwaited, step.Replies);
            Assert.True(isAwaited || step.State.TimeoutUtc is not null || step.State.Unreachable);
            foreach (var language in Languages.All)
            {
                var reply = Flow.Render(step.State with { Language = language }, ChannelKind.Sms);
                Assert.False(string.IsNullOrWhiteSpace(reply.Text));
                Assert.InRange(reply.Text.Length, 1, language == Language.En ? 306 : SmsWording.MostUnits);
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Danger_is_heard_by_SMS_at_every_state_and_answered_at_once(string state)
    {
        foreach (var start in Starts(state).SelectMany(start => new[] { start, start with { HeldSinceUtc = FlowBench.Start } }))
        {
            foreach (var said in new[] { "SOS", "ол пышақпен тұр", "помогите, он с ножом" })
            {
                var step = Flow.Take(start, new TurnInput.Text(said), MomentBySms);
                Assert.True(Flow.Render(step.State, ChannelKind.Sms).IsDangerHelp);
                Assert.True(step.Replies);
                Assert.Null(step.State.HeldSinceUtc);
                Assert.Equal(Urgency.Emergency, step.Submission is null ? start.Draft.SentUrgency : step.Submission.Triage.Urgency);
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_stop_word_silences_every_state_and_loses_nothing(string state)
    {
        foreach (var start in Starts(state).SelectMany(start => new[] { start, start with { HeldSinceUtc = FlowBench.Start, TimeoutUtc = FlowBench.Start.AddSeconds(8) } }))
        {
            var step = Flow.Take(start, new TurnInput.Command("stop"), MomentBySms);
            Assert.False(step.Replies);
            Assert.True(step.State is { Unreachable: true, HeldSinceUtc: null });
            Assert.Equal(start.Draft, step.State.Draft);
            Assert.Equal(start.Signal, step.State.Signal);
            if (start is { Signal: null, HeldSinceUtc: not null } && start.Draft.HasContent)
            {
                var silence = Flow.Take(step.State, new TurnInput.TimedOut(step.State.TimeoutUtc!.Value), MomentBySms);
                Assert.True(silence is { Replies: false, Submission.Incomplete: true });
            }

            Assert.False(Flow.Take(step.State, new TurnInput.Text("ещё слова"), MomentBySms).State.Unreachable);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Danger_is_heard_at_every_state_by_an_old_button_and_by_a_word(string state)
    {
        foreach (var start in Starts(state))
        {
            foreach (var said in new TurnInput[] { new TurnInput.Choice("report", "danger", "danger"), new TurnInput.Text("SOS"), new TurnInput.Text("ол пышақпен тұр") })
            {
                var once = Flow.Take(start, said, Moment);
                var shown = Flow.Render(once.State, ChannelKind.Telegram);
                Assert.True(shown.IsDangerHelp);
                Assert.Equal(Urgency.Emergency, once.Submission is null ? start.Draft.SentUrgency : once.Submission.Triage.Urgency);
                Assert.NotNull(once.State.Signal);

                var twice = Flow.Take(once.State, said, Moment);
                Assert.True(Flow.Render(twice.State, ChannelKind.Telegram).IsDangerHelp);
                Assert.True(twice.Submission is null or { IsNew: false });
            }
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Leaving_and_hiding_clear_the_chat_from_every_state(string state)
    {
        foreach (var start in Starts(state))
        {
            var left = Flow.Take(start, new TurnInput.Command("cancel"), Moment);
            Assert.Equal("Left", left.State.State);
            Assert.True(Flow.Render(left.State, ChannelKind.Telegram).ClearsChat);
            Assert.Null(left.State.TimeoutUtc);
            Assert.Equal(left.State.Signal is null, left.ErasesDraft);

            var hidden = Flow.Take(start, new TurnInput.Command("hide"), Moment);
            Assert.Equal("Hidden", hidden.State.State);
            Assert.True(Flow.Render(hidden.State, ChannelKind.Telegram).ClearsChat);
            Assert.Equal(start.Draft.Story, hidden.State.Draft.Story);
            Assert.Equal(start.Signal is null && start.Draft.HasContent, hidden.State.TimeoutUtc is not null);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Help_and_another_language_leave_the_question_open(string state)
    {
        foreach (var start in Starts(state))
        {
            var before = Flow.Render(start, ChannelKind.Telegram).State;
            Assert.Equal(before, Flow.Take(start, new TurnInput.Command("help"), Moment).State.State);
            Assert.Equal(before, Flow.Take(start, new TurnInput.Command("language"), Moment).State.State);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Words_are_kept_in_every_state(string state)
    {
        foreach (var start in Starts(state))
        {
            var step = Flow.Take(start, new TurnInput.Text("бабушка знает об этом"), Moment);
            Assert.Equal("бабушка знает об этом", step.State.Draft.Story[^1].Text);
            Assert.Equal(step.State.Signal is not null, step.Submission is { HasNewWords: true });
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_time_out_that_is_not_the_one_waited_for_changes_nothing(string state)
    {
        foreach (var start in Starts(state))
        {
            var step = Flow.Take(start, new TurnInput.TimedOut(FlowBench.Start.AddSeconds(17)), Moment);
            Assert.Same(start, step.State);
            Assert.Null(step.Submission);
            Assert.False(step.Replies);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Silence_counts_once_in_every_state_that_has_something_to_tell(string state)
    {
        foreach (var start in Starts(state).Where(start => start.TimeoutUtc is not null))
        {
            var due = start.TimeoutUtc!.Value;
            var step = Flow.Take(start, new TurnInput.TimedOut(due), Moment);
            Assert.True(step.Submission is { IsNew: true, Incomplete: true });
            Assert.False(step.Replies);

            var again = Flow.Take(step.State, new TurnInput.TimedOut(due), Moment);
            Assert.Same(step.State, again.State);
            Assert.Null(again.Submission);
        }
    }

    /// <summary>In each language, whatever the chosen one, by the words on the buttons; taken back, the urgency stays.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void Each_form_of_danger_is_heard_in_each_language_and_can_be_taken_back(string state)
    {
        foreach (var start in Starts(state))
        {
            foreach (var form in Enum.GetValues<DangerForm>())
            {
                foreach (var language in Languages.All)
                {
                    foreach (var moment in new[] { Moment, MomentBySms })
                    {
                        var said = Flow.Take(start, new TurnInput.Text(ReportTexts.Get(language, $"danger.{ReportCodes.Ending(form)}")), moment);
                        Assert.True(Flow.Render(said.State, moment.Channel).IsDangerHelp);

                        // Two of the labels are the same words as an answer to "what is happening?", and lead to the same help.
                        Assert.Equal(form, said.State.Draft.Danger);
                        Assert.NotNull(said.State.Signal);

                        var denied = Flow.Take(said.State, new TurnInput.Text(ReportTexts.Get(language, "danger.deny")), moment);
                        Assert.False(Flow.Render(denied.State, moment.Channel).IsDangerHelp);
                        Assert.Equal(said.State.Draft.SentUrgency, denied.State.Draft.SentUrgency);
                        Assert.Equal(Urgency.Emergency, said.State.Draft.SentUrgency);
                        Assert.Equal(said.State.Signal, denied.State.Signal);
                    }
                }
            }
        }
    }

    /// <summary>The rows of the table of leaving, from each state, before and after danger.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void Each_way_of_leaving_does_what_it_says_before_and_after_danger(string state)
    {
        foreach (var start in Starts(state).SelectMany(start => new[] { start, Flow.Take(start, new TurnInput.Choice("report", "danger", "danger"), Moment).State }))
        {
            var hadSignal = start.Signal is not null;
            var left = Flow.Take(start, new TurnInput.Choice("report", "go", "leave"), Moment);
            var isUrgent = !hadSignal && left.Submission is not null;
            Assert.True(!isUrgent || left.Submission!.Triage.Urgency >= Urgency.Urgent);
            Assert.Equal(hadSignal || isUrgent, left.State.Signal is not null);
            Assert.Equal(hadSignal || isUrgent, !left.ErasesDraft);
            Assert.True(left.State.Signal is not null || !left.State.Draft.HasContent);
            Assert.False(left.DestroysAddress);

            var hidden = Flow.Take(start, new TurnInput.Command("hide"), Moment);
            Assert.Equal(start.Signal, hidden.State.Signal);
            Assert.Equal(start.Draft.Answers, hidden.State.Draft.Answers);
            Assert.True(hidden.State.Draft.Hidden && !hidden.ErasesDraft && !hidden.DestroysAddress);

            var silent = Flow.Take(start, new TurnInput.Command("stop"), MomentBySms);
            Assert.True(silent is { Replies: false, State.Unreachable: true, DestroysAddress: false, ErasesDraft: false });
            Assert.Equal(start.Draft, silent.State.Draft);

            var forgotten = Flow.Take(start, new TurnInput.Choice("report", "go", "forget"), Moment);
            Assert.True(forgotten.DestroysAddress && !forgotten.ErasesDraft);
            Assert.Equal(start.Signal, forgotten.State.Signal);
            Assert.Equal(start.Draft.Answers, forgotten.State.Draft.Answers);

            var gone = Flow.Take(start, new TurnInput.Unreachable(), Moment);
            Assert.True(gone is { Replies: false, State.Unreachable: true, DestroysAddress: false, ErasesDraft: false });
            Assert.Equal(start.Draft, gone.State.Draft);
            Assert.Equal(start.Signal is null && start.Draft.HasContent && start.TimeoutUtc is not null, gone.State.TimeoutUtc is not null);
        }
    }

    private static void AssertChoices(OutboundReply reply)
    {
        var choices = reply.Choices.SelectMany(row => row).ToList();
        Assert.All(choices, choice =>
        {
            Assert.Matches("^[a-z]{1,16}$", choice.Question);
            Assert.Matches("^[a-z0-9_]{1,24}$", choice.Value);
            Assert.False(string.IsNullOrWhiteSpace(choice.Label));
        });
        Assert.Equal(choices.Count, choices.Select(choice => (choice.Question, choice.Value)).Distinct().Count());
        Assert.All(reply.Choices, row => Assert.NotEmpty(row));
    }

    private static Dictionary<string, TurnInput> Turns() => new()
    {
        ["start"] = new TurnInput.Command("start"),
        ["leave"] = new TurnInput.Choice("report", "go", "leave"),
        ["hide"] = new TurnInput.Command("hide"),
        ["help"] = new TurnInput.Command("help"),
        ["language"] = new TurnInput.Choice("report", "go", "language"),
        ["kazakh"] = new TurnInput.Choice("report", "language", "kk"),
        ["forget"] = new TurnInput.Choice("report", "go", "forget"),
        ["danger"] = new TurnInput.Choice("report", "danger", "danger"),
        ["self"] = new TurnInput.Choice("report", "danger", "danger_self"),
        ["mute"] = new TurnInput.Choice("report", "danger", "mute"),
        ["deny"] = new TurnInput.Choice("report", "danger", "deny"),
        ["back"] = new TurnInput.Text("назад"),
        ["skip"] = new TurnInput.Text("пропустить"),
        ["yes"] = new TurnInput.Text("да"),
        ["no"] = new TurnInput.Text("нет"),
        ["done"] = new TurnInput.Text("готово"),
        ["place"] = new TurnInput.Text("Семей"),
        ["words"] = new TurnInput.Text("соседи опять кричали всю ночь напролёт, было очень страшно"),
        ["long"] = new TurnInput.Text(new string('я', 4096)),
        ["marks"] = new TurnInput.Text(new string('\u0301', 10_000)),
        ["unseen"] = new TurnInput.Text("\u200f\u202e \t\n"),
        ["edited"] = new TurnInput.Text("вчера", Edited: true),
        ["voice"] = new TurnInput.Attachment(AttachmentKind.Voice, null),
        ["sticker"] = new TurnInput.Attachment(AttachmentKind.Ornament, null),
        ["point"] = new TurnInput.Location(51.13, 71.43),
        ["nowhere"] = new TurnInput.Location(double.NaN, 1e300),
        ["list"] = new TurnInput.Choice("report", "place", "list"),
        ["region"] = new TurnInput.Choice("report", "region", "100000000"),
        ["unit"] = new TurnInput.Choice("report", "unit", "101000000"),
        ["whole"] = new TurnInput.Choice("report", "unit", "whole"),
        ["offer"] = new TurnInput.Choice("report", "offer", "100000000"),
        ["none"] = new TurnInput.Choice("report", "offer", "none"),
        ["send"] = new TurnInput.Choice("report", "review", "send"),
        ["new"] = new TurnInput.Choice("report", "again", "new"),
        ["friend"] = new TurnInput.Choice("report", "forwhom", "friend"),
        ["now"] = new TurnInput.Choice("report", "when", "when_now"),
        ["ongoing"] = new TurnInput.Choice("report", "ongoing", "ongoing_yes"),
        ["age"] = new TurnInput.Choice("report", "age", "age_7_10"),
        ["parent"] = new TurnInput.Choice("report", "offender", "by_parent"),
        ["someone"] = new TurnInput.Choice("report", "offender", "by_unknown"),
        ["recuse"] = new TurnInput.Choice("report", "recuse", "no_school"),
        ["nobody"] = new TurnInput.Choice("report", "recuse", "no_none"),
        ["evening"] = new TurnInput.Choice("report", "contact", "contact_evening"),
        ["change"] = new TurnInput.Choice("report", "review", "change"),
        ["edit"] = new TurnInput.Choice("report", "review", "age"),
        ["go on"] = new TurnInput.Choice("report", "welcome", "go_on"),
        ["facts"] = new TurnInput.Text("Мне 9 лет, бьёт отчим, Тараз, не говорите маме"),
        ["correction"] = new TurnInput.Text("нет, Алматинская область, не город"),
        ["who"] = new TurnInput.Text("кто это прочитает?"),
        ["insult"] = new TurnInput.Text("иди ты, тупой бот"),
        ["test"] = new TurnInput.Text("тест"),
        ["other language"] = new TurnInput.Text("please speak english"),
        ["unknown"] = new TurnInput.Choice("report", "shoes", "42"),
        ["foreign"] = new TurnInput.Choice("survey", "safe", "safe"),
        ["blocked"] = new TurnInput.Unreachable(),
    };

    /// <summary>The state as it may be met: nothing said, a draft under way, sent, sent by silence, in danger, hidden.</summary>
    private static IEnumerable<ConversationState> Starts(string state)
    {
        var empty = Flow.Begin() with { State = state, TimesAsked = 1 };
        yield return empty;
        var draft = new ReportDraft
        {
            Story = [new StoryPart("меня дразнят", FlowBench.Start, "story")],
            Answers = [new SignalAnswer("what", ["bullying"]), new SignalAnswer("forwhom", ["me"])],
            Settled = ["safe", "forwhom", "what"],
            PlaceOffers = ["101000000"],
            PlaceRegion = "100000000",
            TalkedUtc = FlowBench.Start,
        };
        var underWay = empty with { Language = Language.Ru, Draft = draft, Visited = ["AskLanguage", "AskSafe"], TimesAsked = 2, TimeoutUtc = FlowBench.Start.AddMinutes(5) };
        yield return underWay;
        yield return underWay with { Draft = draft with { Hidden = true } };
        var sent = underWay with
        {
            TimeoutUtc = null,
            Signal = new SignalId(new Guid(7, 0, 0, new byte[8])),
            Draft = draft with { PlaceCode = "101000000", PlaceOffers = [], Settled = [.. ReportQuestions.All.Select(question => question.Code)], SentUrgency = Urgency.Standard, PromisedFromUtc = FlowBench.Start },
        };
        yield return sent;
        yield return sent with { Draft = draft with { Incomplete = true, SentUrgency = Urgency.Standard, PromisedFromUtc = FlowBench.Start.AddMinutes(5) } };
        yield return sent with { Draft = sent.Draft with { Danger = DangerForm.Self, SentUrgency = Urgency.Emergency } };
    }
}
