using Senim.Bots.Conversation.Turns;
using Senim.Intake.Doors;
using Senim.Intake.Signals;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Understanding: from what the reporter did to a trigger and what the turn adds to the draft.</summary>
internal sealed class ReportReader(ChoiceReader choices, WordReader words, SmsReader texts, PlaceReader places)
{
    public ReportTrigger Read(ReportTurn turn, TurnInput input)
    {
        if (input is not TurnInput.Command)
            Enter(turn);
        var trigger = input switch
        {
            TurnInput.Choice choice => choices.Read(turn, choice),
            TurnInput.Text text => ReadWords(turn, text.Value, text.Edited),
            TurnInput.Location point => places.Read(turn, point),
            TurnInput.Attachment attachment => Read(turn, attachment),
            TurnInput.Command command => Read(turn, command),
            _ => Noted,
        };
        if (trigger == Skip || (trigger == Unclear && turn.Before.TimesAsked >= ReportMachine.MostTimesAsked))
            PassOver(turn);
        return trigger;
    }

    /// <summary>Words that newer ones have overtaken: no answer to what is asked now.</summary>
    public ReportTrigger ReadOvertaken(ReportTurn turn, TurnInput input)
    {
        if (input is TurnInput.Attachment { Kind: not AttachmentKind.Ornament })
            turn.Draft = turn.Draft with { Media = turn.Draft.Media + 1 };
        return input switch
        {
            TurnInput.Text text => texts.Add(turn, text.Value),
            TurnInput.Attachment { Caption: { Length: > 0 } caption } => texts.Add(turn, caption),
            _ => Noted,
        };
    }

    private ReportTrigger ReadWords(ReportTurn turn, string text, bool isEdited) =>
        turn.Moment.Channel == ChannelKind.Sms ? texts.Read(turn, text) : words.Read(turn, text, isEdited);

    private ReportTrigger Read(ReportTurn turn, TurnInput.Attachment attachment)
    {
        var trigger = turn.Present is ReportState.Left or ReportState.Hidden ? Answered : Noted;
        if (attachment.Kind == AttachmentKind.Ornament)
            turn.Note("note.ornament");
        else
            turn.Draft = turn.Draft with { Media = turn.Draft.Media + 1 };
        if (!string.IsNullOrWhiteSpace(attachment.Caption))
            trigger = ReadWords(turn, attachment.Caption, isEdited: false);
        if (attachment.Kind != AttachmentKind.Ornament)
            turn.Note(attachment.IsTooLarge ? "note.media_large" : "note.media");

        // A picture in the middle of a story belongs to it and is answered with it.
        turn.IsHeld |= trigger == Noted && turn.Before.HeldSinceUtc is not null;
        return trigger;
    }

    private ReportTrigger Read(ReportTurn turn, TurnInput.Command command)
    {
        switch (command.Name)
        {
            case "start":
                BeginAfresh(turn);
                Enter(turn);
                return Start;
            case "cancel":
                return Leave;
            case "hide":
                return Wipe;
            case "help":
                turn.Note("note.help");
                return Help;
            case "language":
                turn.Note("note.choose_language");
                return ChangeLanguage;
            default:
                // A slash before words is a slip of the thumb; a command nobody knows is nothing that was said.
                var said = $"{command.Name} {command.Argument}".Trim();
                return command.Argument is { Length: > 0 } || !command.Name.All(char.IsAscii) || ReportPhrases.Read(said, turn.Present) is not null
                    ? words.Read(turn, said, isEdited: false)
                    : Noted;
        }
    }

    /// <summary>The place of the door by which the reporter came is offered. One that is closed or unknown was not found, and changes nothing.</summary>
    private static void Enter(ReportTurn turn)
    {
        if (turn.Moment.Found?.Door is { } door)
            turn.Draft = turn.Draft.Through(new PassedDoor(door.Name, door.UnitCode), turn.HasSignal);
    }

    /// <summary>After leaving, whoever opens the chat again sees the first question and nothing of what was said.</summary>
    private void BeginAfresh(ReportTurn turn)
    {
        if (turn.Present is not (ReportState.Left or ReportState.Hidden))
            return;
        turn.LanguageGuess = turn.Language ?? turn.LanguageGuess;
        turn.Language = null;
        turn.Draft = places.WithoutOffers(turn.Draft);
    }

    /// <summary>The present question is not asked again.</summary>
    private static void PassOver(ReportTurn turn)
    {
        turn.Draft = turn.Draft.Settle(ReportCodes.Settles(turn.Present));
        if (turn.Present == ReportState.AskLanguage)
            turn.Language = turn.LanguageGuess ?? Intake.Language.Kk;
    }
}
