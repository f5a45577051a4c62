namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What a press on an inline button does.</summary>
public enum InlineButtonType
{
    Url = 0,
    Callback = 1,
    WebApp = 2,
    LoginUrl = 3,
    SwitchInlineQuery = 4,
    SwitchInlineQueryCurrentChat = 5,
    CopyText = 6,
    Game = 7,
    Pay = 8,
}
