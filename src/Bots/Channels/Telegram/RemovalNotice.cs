using Senim.Intake;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Said once, before the first message of the reporter is removed from the chat: it is removed here, and kept with us.</summary>
internal static class RemovalNotice
{
    public static string Text(Language language) => language switch
    {
        Language.Kk => "Хабарламаң бізге жетті. Басқалар көрмесін деп, оны осы чаттан өшіремін.",
        Language.Ru => "Сообщение у нас сохранено. Из этого чата оно убирается, чтобы его не увидели другие.",
        Language.En => "We have your message. I remove it from this chat so that others do not see it.",
    };
}
