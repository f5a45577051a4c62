using System.Globalization;
using System.Text.Json;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// Plays the lines of a transcript. The state is stored as JSON and read back between all lines, as the runner does, so that each
/// conversation tests that nothing is forgotten. Clock and ids are its own.
/// </summary>
internal sealed class ChatSession(IFlow flow, ChannelKind channel = ChannelKind.Telegram)
{
    /// <summary>What a <c>user:</c> line types in place of the code that was shown.</summary>
    public const string Code = "<code>";

    private const int MostUnits = 3;

    /// <summary>The chat page shows the first question before anything is said.</summary>
    private readonly List<ReplyChoice> _shown = [.. channel == ChannelKind.WebChat ? flow.Render(flow.Begin(), channel).Choices.SelectMany(row => row) : []];
    private readonly List<(DateTime DueUtc, TurnInput.QuestionDue What)> _moments = [];
    private DateTime _now = PlayedWorld.Start;
    private Language? _hint;
    private int _signals;
    private int _questions;
    private CaseProgress? _progress;
    private string? _code;
    private string _stored = Store(flow.Begin());

    public ConversationState State => JsonSerializer.Deserialize(_stored, ConversationJson.Default.ConversationState)!;

    /// <summary>What is shown after the last line; null when nothing was said.</summary>
    public OutboundReply? Reply { get; private set; }

    public FlowStep? Step { get; private set; }

    /// <summary>Every button so far, the newest last.</summary>
    public IReadOnlyList<ReplyChoice> Shown => _shown;

    public IReadOnlyList<string> Play(ChatExchange exchange) => exchange.Kind switch
    {
        "user" => User(exchange.Value),
        "late" => Late(exchange.Value),
        "after" => After(Duration(exchange.Value)),
        "ask" => Ask(exchange.Value),
        "receipt" => Receipt(exchange.Value),
        "progress" => Progress(exchange.Value),
        "consent" => Consent(exchange.Value),
        "again" => [Bot(flow.Render(State, channel))],
        _ => Hint(exchange.Value),
    };

    public IReadOnlyList<string> User(string said)
    {
        _now += TimeSpan.FromSeconds(1);
        return Take(said == Code && _code is { } code ? new TurnInput.Text(AccessCode.Write(code)) : ChatInput.Read(said, _shown));
    }

    /// <summary>Words that newer ones have overtaken, as the runner hands them on.</summary>
    private IReadOnlyList<string> Late(string said) => ChatInput.Read(said, _shown) is TurnInput.Text words
        ? Take(words with { Edited = true }, isOvertaken: true)
        : throw new InvalidOperationException("Only words come late.");

    /// <summary>Moves the clock; a silence that is due on the way is played at its time.</summary>
    public IReadOnlyList<string> After(TimeSpan time)
    {
        var until = _now + time;
        var outcome = new List<string>();
        while (Next(until) is var (due, input))
        {
            _now = due;
            outcome.AddRange(Take(input));
        }

        _now = until;
        return outcome;
    }

    public IReadOnlyList<string> Take(TurnInput input, bool isOvertaken = false)
    {
        var before = State;
        var step = flow.Take(before, input, new FlowMoment(_now, channel, Made(_signals + 1), _hint, isOvertaken, Find(flow.Needs(before, input, channel, _now))));
        foreach (var change in step.Questions)
        {
            if (change.PushDueUtc is { } push)
                _moments.Add((push, new TurnInput.QuestionDue(change.Question.Id, QuestionMoment.Push)));
            if (change.ReturnDueUtc is { } returns)
                _moments.Add((returns, new TurnInput.QuestionDue(change.Question.Id, QuestionMoment.Return)));
        }

        _code = step.NewCode ?? _code;
        if (step.Submission is { IsNew: true })
            _signals++;
        Step = step;
        _stored = Store(step.State);
        Reply = step.Replies ? step.Once ?? flow.Render(State, channel) : null;
        if (Reply is not null)
            _shown.AddRange(Reply.Choices.SelectMany(row => row));
        var outcome = new List<string> { Reply is null ? "bot:  -" : Bot(Reply) };
        if (step.Submission is { } submission)
            outcome.Add(Signal(submission));
        outcome.AddRange(step.Questions.Select(Desk).Where(line => line.Length > 0));
        if (step.Relay?.What is { } relayed)
            outcome.Add($"desk: {string.Join(' ', new[] { relayed.About?.Code, "brought", relayed.Pressed, relayed.Words is { } words ? $"\"{words}\"" : null }.OfType<string>())}");
        return outcome;
    }

    /// <summary>A ready question by its code, or <c>own LANGUAGE words</c>.</summary>
    private IReadOnlyList<string> Ask(string what)
    {
        var parts = what.Split(' ', 3);
        var id = new Guid(++_questions, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)_questions]);
        var language = Languages.TryParse(parts.ElementAtOrDefault(1), out var chosen) ? chosen : State.Language ?? State.LanguageGuess ?? Language.Kk;
        var code = parts[0] == "own" ? QuestionCodes.Own : parts[0];

        // Where another report was begun, it is asked about the one before.
        var about = State.Signal is null && _signals > 0 ? Made(_signals) : State.Signal!.Value;
        return Take(new TurnInput.Asked(new PutQuestion(id, about.Value, code, language, parts.ElementAtOrDefault(2), _now)));
    }

    /// <summary>The id of a signal by its number in the conversation, from 1.</summary>
    private static SignalId Made(int number) => new(new Guid(number, 0, 0, new byte[8]));

    /// <summary>A stage, and in how many hours the next step is due.</summary>
    private IReadOnlyList<string> Progress(string what)
    {
        var parts = what.Split(' ');
        _progress = new CaseProgress(Enum.Parse<SignalStage>(parts[0]), _now, parts.Length > 1 ? _now + Duration(parts[1]) : null);
        return [];
    }

    /// <summary>A language and the words: whatever the report asks, it was answered.</summary>
    private IReadOnlyList<string> Receipt(string what)
    {
        var parts = what.Split(' ', 2);
        if (!Languages.TryParse(parts[0], out var language))
            throw new FormatException($"A language is kk, ru or en, not '{parts[0]}'.");
        _stored = Store(flow.Begin() with
        {
            Language = language,
            State = nameof(ReportState.Review),
            Draft = new ReportDraft
            {
                Story = [new StoryPart(parts[1], _now, ReportCodes.Story)],
                Settled =
                [
                    ReportCodes.Safe, ReportCodes.ForWhom, ReportCodes.What, ReportCodes.Story, ReportCodes.When, ReportCodes.Ongoing,
                    ReportCodes.PlaceQuestion, ReportCodes.Age, ReportCodes.Offender, ReportCodes.Recuse, ReportCodes.Contact,
                ],
            },
        });
        return Take(new TurnInput.Choice(ReportCodes.Flow, ReportCodes.Review, ReportCodes.Send));
    }

    private IReadOnlyList<string> Consent(string code)
    {
        _stored = Store(State with { Draft = State.Draft.WithAnswer(ReportCodes.Contact, code) });
        return [];
    }

    private FlowFinding? Find(FlowNeed? need) => need switch
    {
        FlowNeed.Progress => new FlowFinding(_progress),
        FlowNeed.Code(var digits) when digits == _code => new FlowFinding(Case: new OpenedCase(
            State.Signal!.Value, default, channel, State.Language ?? Language.Kk, _progress, [], DataKey.Create(MasterKey.Random()))),
        FlowNeed.Code => new FlowFinding(),
        FlowNeed.Case(var signal) => new FlowFinding(Case: new OpenedCase(signal, default, channel, State.Language ?? Language.Kk, null, [], DataKey.Create(MasterKey.Random()))),
        FlowNeed.Door(var code) => new FlowFinding(Door: PlayedWorld.Doors.FirstOrDefault(door => door.Code == code)),
        _ => null,
    };

    private (DateTime DueUtc, TurnInput Input)? Next(DateTime until)
    {
        _moments.Sort((one, other) => one.DueUtc.CompareTo(other.DueUtc));
        if (State.TimeoutUtc is { } due && due <= until && !(_moments.Count > 0 && _moments[0].DueUtc < due))
            return (due, new TurnInput.TimedOut(due));
        if (_moments.Count == 0 || _moments[0].DueUtc > until)
            return null;
        var (at, what) = _moments[0];
        _moments.RemoveAt(0);
        return (at > _now ? at : _now, what);
    }

    private static string Desk(QuestionChange change)
    {
        var question = change.Question;
        var parts = new[]
        {
            change.Step?.ToString(),
            question is { State: < QuestionState.Read, Bar: { } bar } ? $"bar={bar}" : null,
            change.Answer is { } answer ? string.Join(' ', [.. answer.Choices, answer.Text is null ? "" : $"\"{answer.Text}\""]).Trim() : null,
            change.PushDueUtc is { } push ? $"push={push.AddHours(5):dd.MM. HH:mm}" : null,
            change.ReturnDueUtc is { } due ? $"back={due.AddHours(5):dd.MM. HH:mm}" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $"desk: {question.Code} {string.Join(' ', parts)}";
    }

    private static string Store(ConversationState state) => JsonSerializer.Serialize(state, ConversationJson.Default.ConversationState);

    /// <exception cref="FormatException">It is not written like 30s, 6m or 25h.</exception>
    public static TimeSpan Duration(string value)
    {
        return value is [.., var unit] && int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? unit switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                _ => throw Wrong(),
            }
            : throw Wrong();

        FormatException Wrong() => new($"A time is written like 30s, 6m or 25h, not '{value}'.");
    }

    private IReadOnlyList<string> Hint(string code)
    {
        _hint = Languages.TryParse(code, out var language) ? language : null;
        return [];
    }

    private string Bot(OutboundReply reply)
    {
        var notices = State.Notices.Count == 0 ? "" : $" ({string.Join(", ", State.Notices.Select(note => note.Replace("note.", "", StringComparison.Ordinal)))})";
        var buttons = new List<string>();
        var choices = reply.Choices.SelectMany(row => row).ToList();
        var units = choices.Where(choice => choice.Question is "region" or "unit" && char.IsAsciiDigit(choice.Value[0])).ToList();
        foreach (var choice in choices)
        {
            var place = units.IndexOf(choice);
            if (place < MostUnits)
                buttons.Add($"[{choice.Label}]");
            else if (place == MostUnits)
                buttons.Add($"… {units.Count - MostUnits} more");
        }

        if (channel == ChannelKind.Sms)
            buttons.Add($"| {reply.Text.Replace("\n", " / ", StringComparison.Ordinal)}");
        return $"bot:  {reply.State}{notices} {string.Join(' ', buttons)}{(Step?.DestroysAddress == true ? " contact destroyed" : "")}".TrimEnd();
    }

    private static string Signal(SignalSubmission signal) =>
        string.Join(' ', new[]
        {
            "signal:",
            signal.IsNew ? "new" : "changed",
            $"urgency={signal.Triage.Urgency}",
            $"categories={(signal.Triage.Categories.Count == 0 ? "none" : string.Join(',', signal.Triage.Categories.Select(CategoryCodes.Code)))}",
            $"place={(signal.PlaceCode is { } code ? $"{code} ({PlayedWorld.Places.Find(code)?.NameEn})" : "none")}",
            signal.Content.Door is { } door ? $"door={door.Name}{(door.IsConfirmed ? "" : "?")}" : "",
            signal.Incomplete ? "incomplete" : "",
            signal.HasNewWords ? "words" : "",
        }.Where(part => part.Length > 0));
}
