using System.Globalization;
using System.Text.Json;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// Plays the lines of a transcript. The state is stored as JSON and read back between all lines, as the runner does, so that each
/// conversation tests that nothing is forgotten. Clock and ids are its own.
/// </summary>
internal sealed class ChatSession(IFlow flow, ChannelKind channel = ChannelKind.Telegram)
{
    private const int MostUnits = 3;

    private readonly List<ReplyChoice> _shown = [];
    private DateTime _now = PlayedWorld.Start;
    private Language? _hint;
    private int _signals;
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
        "again" => [Bot(flow.Render(State, channel))],
        _ => Hint(exchange.Value),
    };

    public IReadOnlyList<string> User(string said)
    {
        _now += TimeSpan.FromSeconds(1);
        return Take(ChatInput.Read(said, _shown));
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
        while (State.TimeoutUtc is { } due && due <= until)
        {
            _now = due;
            outcome.AddRange(Take(new TurnInput.TimedOut(due)));
        }

        _now = until;
        return outcome;
    }

    public IReadOnlyList<string> Take(TurnInput input, bool isOvertaken = false)
    {
        var before = State;
        var step = flow.Take(before, input, new FlowMoment(_now, channel, new SignalId(new Guid(_signals + 1, 0, 0, new byte[8])), _hint, isOvertaken));
        if (step.Submission is { IsNew: true })
            _signals++;
        Step = step;
        _stored = Store(step.State);
        Reply = step.Replies ? flow.Render(State, channel) : null;
        if (Reply is not null)
            _shown.AddRange(Reply.Choices.SelectMany(row => row));
        var outcome = new List<string> { Reply is null ? "bot:  -" : Bot(Reply) };
        if (step.Submission is { } submission)
            outcome.Add(Signal(submission));
        return outcome;
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
            signal.Incomplete ? "incomplete" : "",
            signal.HasNewWords ? "words" : "",
        }.Where(part => part.Length > 0));
}
