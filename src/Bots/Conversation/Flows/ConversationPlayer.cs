using System.Globalization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows;

/// <summary>
/// Plays a flow over lines of text, for people who work on its words: choices are numbered, <c>/start</c> and the like are commands,
/// <c>@51.13,71.43</c> is a point on the map. Nothing is stored and nothing is sent.
/// </summary>
public sealed class ConversationPlayer(IFlow flow, TimeProvider clock)
{
    public async Task PlayAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var state = flow.Begin();
        TurnInput? turn = new TurnInput.Command("start");
        while (turn is not null)
        {
            var step = flow.Take(state, turn, new FlowMoment(clock.NowUtc(), ChannelKind.WebChat, SignalId.New(clock)));
            state = step.State;
            var reply = flow.Render(state, ChannelKind.WebChat);
            var choices = reply.Choices.SelectMany(row => row).ToList();
            if (step.Submission is { } submission)
                await output.WriteLineAsync(Describe(submission));
            await output.WriteLineAsync($"\n{reply.Text}\n");
            for (var i = 0; i < choices.Count; i++)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {i + 1,2}  {choices[i].Label}"));
            await output.WriteAsync("> ");
            await output.FlushAsync(cancellationToken);
            turn = await input.ReadLineAsync(cancellationToken) is { } line ? Read(line, choices) : null;
        }
    }

    private static TurnInput Read(string line, List<ReplyChoice> choices)
    {
        var said = line.Trim();
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count)
            return new TurnInput.Choice(choices[number - 1].Flow, choices[number - 1].Question, choices[number - 1].Value);
        if (said is ['/', .. { Length: > 0 } command])
            return new TurnInput.Command(command.Split(' ')[0], command.Contains(' ', StringComparison.Ordinal) ? command.Split(' ', 2)[1] : null);
        if (said is ['@', .. var point] && point.Split(',') is [var latitude, var longitude]
            && double.TryParse(latitude, CultureInfo.InvariantCulture, out var north) && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east))
            return new TurnInput.Location(north, east);
        return new TurnInput.Text(line);
    }

    private static string Describe(SignalSubmission signal) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n[signal {(signal.IsNew ? "sent" : "changed")}: {signal.Triage.Urgency}, {string.Join(' ', signal.Triage.Categories.Select(CategoryCodes.Code))}, place {signal.PlaceCode ?? "unknown"}, first look by {signal.Due.FirstLookUtc:u}]");
}
