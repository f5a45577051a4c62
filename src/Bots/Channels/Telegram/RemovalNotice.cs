using Senim.Bots.Conversation.Turns;
using Senim.Intake;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// Said once, before the first message of the reporter is removed from the chat: it is removed here, and kept with us. One press lets
/// the messages stay.
/// </summary>
internal static class RemovalNotice
{
    /// <summary>The channel's own buttons; no flow answers to this name.</summary>
    public const string Flow = "tg";

    private const string Question = "removal";
    private const string Keep = "keep";

    public static bool IsKeep(TurnInput input) => input is TurnInput.Choice { Flow: Flow, Question: Question, Value: Keep };

    /// <summary>The reply with the notice; help for someone in danger stays on top.</summary>
    public static OutboundReply Tell(OutboundReply reply)
    {
        var notice = reply.SpeaksAll ? string.Join('\n', Languages.All.Select(Notice)) : Notice(reply.Language);
        return reply with
        {
            Text = reply.IsDangerHelp ? $"{reply.Text}\n\n{notice}" : $"{notice}\n\n{reply.Text}",
            Choices = WithButton(reply),
        };
    }

    /// <summary>The contact was deleted, so that there is no later: what is still in the chat goes now.</summary>
    public static OutboundReply TellAtLast(OutboundReply reply) =>
        reply with { Text = $"{reply.Text}\n\n{(reply.SpeaksAll ? string.Join('\n', Languages.All.Select(AtLast)) : AtLast(reply.Language))}" };

    /// <summary>The button for danger stays last, where the thumb finds it.</summary>
    private static IReadOnlyList<IReadOnlyList<ReplyChoice>> WithButton(OutboundReply reply)
    {
        IReadOnlyList<ReplyChoice> button = [new ReplyChoice(Flow, Question, Keep, Button(reply.Language))];
        return reply.Choices is [.., [{ IsDanger: true }] danger] ? [.. reply.Choices.SkipLast(1), button, danger] : [.. reply.Choices, button];
    }

    public static OutboundReply Confirm(OutboundReply reply) => reply with { Text = $"{Kept(reply.Language)}\n\n{reply.Text}" };

    private static string Notice(Language language) => language switch
    {
        Language.Kk => "Жазғаның бізге жетті. Телефонды басқалар көруі мүмкін, сондықтан ол осы чаттан өшіріледі. Көшірмесі Телеграмның өзінде қалуы мүмкін.",
        Language.Ru => "Сообщение дошло до нас. Телефон могут увидеть другие, поэтому из этого чата оно удаляется. У самого Телеграма может остаться копия.",
        Language.En => "Your message has reached us. Others may see the phone, so it is removed from this chat. Telegram itself may keep a copy.",
    };

    private static string AtLast(Language language) => language switch
    {
        Language.Kk => "Осы чатта жазылғаны да қазір өшіріледі.",
        Language.Ru => "Написанное в этом чате сейчас тоже удаляется.",
        Language.En => "What was written in this chat is removed now too.",
    };

    private static string Button(Language language) => language switch
    {
        Language.Kk => "Чаттан өшірмеу",
        Language.Ru => "Не удалять из чата",
        Language.En => "Keep it in the chat",
    };

    private static string Kept(Language language) => language switch
    {
        Language.Kk => "Жақсы, келесі жазғаның чатта қалады. «Тазалап шығу» бәрін өшіреді.",
        Language.Ru => "Хорошо, следующие сообщения останутся в чате. «Очистить и выйти» удалит всё.",
        Language.En => "All right, your next messages stay in the chat. “Clear and leave” removes everything.",
    };
}
