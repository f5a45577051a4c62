using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button below a message; exactly one of its members besides text, icon and style says what a press does.</summary>
public class InlineKeyboardButton : IKeyboardButton
{
    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, string callbackDataOrUrl)
        : this(text, IsUrl(callbackDataOrUrl) ? InlineButtonType.Url : InlineButtonType.Callback, callbackDataOrUrl)
    {
    }

    /// <exception cref="ArgumentException">Web applications and sign-ins are more than a string: they have their own constructors.</exception>
    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, InlineButtonType type, string value = "")
        : this(text)
    {
        switch (type)
        {
            case InlineButtonType.Url:
                Url = value;
                break;
            case InlineButtonType.Callback:
                CallbackData = value;
                break;
            case InlineButtonType.SwitchInlineQuery:
                SwitchInlineQuery = value;
                break;
            case InlineButtonType.SwitchInlineQueryCurrentChat:
                SwitchInlineQueryCurrentChat = value;
                break;
            case InlineButtonType.Game:
                CallbackGame = new CallbackGame();
                break;
            case InlineButtonType.Pay:
                Pay = true;
                break;
            case InlineButtonType.WebApp:
            case InlineButtonType.LoginUrl:
            case InlineButtonType.CopyText:
            default:
                throw new ArgumentException("A button of this type is made by its own constructor.", nameof(type));
        }
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    [JsonConstructor]
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, WebAppInfo webApp)
        : this(text) => WebApp = webApp;

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, LoginUrl loginUrl)
        : this(text) => LoginUrl = loginUrl;

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, SwitchInlineQueryChosenChat switchInlineQueryChosenChat)
        : this(text) => SwitchInlineQueryChosenChat = switchInlineQueryChosenChat;

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text, CopyTextButton copyText)
        : this(text) => CopyText = copyText;

    public required string Text { get; set; }

    [JsonPropertyName("icon_custom_emoji_id")]
    public string? IconCustomEmojiId { get; set; }

    public KeyboardButtonStyle? Style { get; set; }

    public string? Url { get; set; }

    /// <summary>1 to 64 bytes.</summary>
    [JsonPropertyName("callback_data")]
    public string? CallbackData { get; set; }

    [JsonPropertyName("web_app")]
    public WebAppInfo? WebApp { get; set; }

    [JsonPropertyName("login_url")]
    public LoginUrl? LoginUrl { get; set; }

    [JsonPropertyName("switch_inline_query")]
    public string? SwitchInlineQuery { get; set; }

    [JsonPropertyName("switch_inline_query_current_chat")]
    public string? SwitchInlineQueryCurrentChat { get; set; }

    [JsonPropertyName("switch_inline_query_chosen_chat")]
    public SwitchInlineQueryChosenChat? SwitchInlineQueryChosenChat { get; set; }

    [JsonPropertyName("copy_text")]
    public CopyTextButton? CopyText { get; set; }

    [JsonPropertyName("callback_game")]
    public CallbackGame? CallbackGame { get; set; }

    public bool Pay { get; set; }

    public static implicit operator InlineKeyboardButton(string textAndCallbackDataOrUrl) => new(textAndCallbackDataOrUrl, textAndCallbackDataOrUrl);

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl) tuple) => new(tuple.Text, tuple.CallbackDataOrUrl);

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl, KeyboardButtonStyle? Style) tuple) =>
        new(tuple.Text, tuple.CallbackDataOrUrl) { Style = tuple.Style };

    public static implicit operator InlineKeyboardButton((string Text, string CallbackDataOrUrl, KeyboardButtonStyle? Style, string IconCustomEmojiId) tuple) =>
        new(tuple.Text, tuple.CallbackDataOrUrl) { Style = tuple.Style, IconCustomEmojiId = tuple.IconCustomEmojiId };

    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) => new(textAndCallbackData) { CallbackData = textAndCallbackData };

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithCallbackGame(string text) => new(text, InlineButtonType.Game);

    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text, copyText);

    public static InlineKeyboardButton WithLoginUrl(string text, LoginUrl loginUrl) => new(text, loginUrl);

    public static InlineKeyboardButton WithPay(string text) => new(text, InlineButtonType.Pay);

    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string switchInlineQuery = "") => new(text) { SwitchInlineQuery = switchInlineQuery };

    public static InlineKeyboardButton WithSwitchInlineQueryChosenChat(string text, SwitchInlineQueryChosenChat switchInlineQueryChosenChat) => new(text, switchInlineQueryChosenChat);

    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(string text, string switchInlineQueryCurrentChat = "") =>
        new(text) { SwitchInlineQueryCurrentChat = switchInlineQueryCurrentChat };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithWebApp(string text, WebAppInfo webApp) => new(text, webApp);

    private static bool IsUrl(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("tg://", StringComparison.OrdinalIgnoreCase);
}
