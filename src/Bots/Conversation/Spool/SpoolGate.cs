using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Spool;

/// <summary>Which turns go to the spool, and what their reporters are told: by triage of the words alone, since the conversation cannot be read.</summary>
internal sealed class SpoolGate(TurnSpool spool, ITriage triage, IFlow flow)
{
    /// <summary>Telegram keeps what we do not confirm; a text or a page may have nobody there to send it again.</summary>
    public static bool MayKeep(InboundTurn turn) =>
        turn.Channel is ChannelKind.Sms or ChannelKind.WebChat && turn.Input.IsOfReporter;

    /// <summary>Words that came before are still in the spool.</summary>
    public bool MustQueue(InboundTurn turn) => MayKeep(turn) && spool.Holds(turn.Conversation);

    public async Task<TurnResult> KeepAsync(InboundTurn turn, IReplyChannel channel) =>
        await spool.KeepAsync(turn, channel.WriteMark(turn)) ? new TurnResult.Spooled(Calm(turn)) : new TurnResult.Unavailable();

    /// <returns>What the reporter is told; null when the turn could not be kept here either.</returns>
    public OutboundReply? SetAside(InboundTurn turn) => spool.SetAside(turn) ? Calm(turn) : null;

    private OutboundReply Calm(InboundTurn turn)
    {
        var words = turn.Input switch
        {
            TurnInput.Text text => text.Value,
            TurnInput.Attachment { Caption: { } caption } => caption,
            _ => null,
        };
        var language = (words is null ? null : flow.GuessLanguage(words)) ?? turn.LanguageHint
            ?? (words is not null && words.Any(char.IsAsciiLetter) ? Language.En : Language.Kk);
        return KeptWords.Reply(language, Danger(turn, words));
    }

    private DangerForm? Danger(InboundTurn turn, string? words)
    {
        try
        {
            var answers = turn.Input is TurnInput.Choice choice ? new HashSet<string> { choice.Value } : [];
            return triage.Assess(new TriageInput { Texts = words is null ? [] : [words], Answers = answers }).Danger;
        }
        catch (Exception)
        {
            // Triage itself may be what failed; the message is kept in any case.
            return null;
        }
    }
}
