using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button in place of the keyboard; a press sends its text, a contact or a location.</summary>
public class KeyboardButton : IKeyboardButton
{
    [SetsRequiredMembers]
    public KeyboardButton(string text, bool requestContact = false, bool requestLocation = false)
        : this(text)
    {
        RequestContact = requestContact;
        RequestLocation = requestLocation;
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text) => Text = text;

    [JsonConstructor]
    public KeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text, KeyboardButtonRequestUsers requestUsers)
        : this(text) => RequestUsers = requestUsers;

    [SetsRequiredMembers]
    public KeyboardButton(string text, KeyboardButtonRequestChat requestChat)
        : this(text) => RequestChat = requestChat;

    [SetsRequiredMembers]
    public KeyboardButton(string text, KeyboardButtonRequestManagedBot requestManagedBot)
        : this(text) => RequestManagedBot = requestManagedBot;

    [SetsRequiredMembers]
    public KeyboardButton(string text, KeyboardButtonPollType requestPoll)
        : this(text) => RequestPoll = requestPoll;

    [SetsRequiredMembers]
    public KeyboardButton(string text, WebAppInfo webApp)
        : this(text) => WebApp = webApp;

    public required string Text { get; set; }

    [JsonPropertyName("icon_custom_emoji_id")]
    public string? IconCustomEmojiId { get; set; }

    public KeyboardButtonStyle? Style { get; set; }

    [JsonPropertyName("request_users")]
    public KeyboardButtonRequestUsers? RequestUsers { get; set; }

    [JsonPropertyName("request_chat")]
    public KeyboardButtonRequestChat? RequestChat { get; set; }

    [JsonPropertyName("request_managed_bot")]
    public KeyboardButtonRequestManagedBot? RequestManagedBot { get; set; }

    [JsonPropertyName("request_contact")]
    public bool RequestContact { get; set; }

    [JsonPropertyName("request_location")]
    public bool RequestLocation { get; set; }

    [JsonPropertyName("request_poll")]
    public KeyboardButtonPollType? RequestPoll { get; set; }

    [JsonPropertyName("web_app")]
    public WebAppInfo? WebApp { get; set; }

    public static implicit operator KeyboardButton(string text) => new(text);

    public static implicit operator KeyboardButton((string Text, KeyboardButtonStyle? Style) tuple) => new(tuple.Text) { Style = tuple.Style };

    public static implicit operator KeyboardButton((string Text, KeyboardButtonStyle? Style, string IconCustomEmojiId) tuple) =>
        new(tuple.Text) { Style = tuple.Style, IconCustomEmojiId = tuple.IconCustomEmojiId };

    public static KeyboardButton WithRequestChat(string text, int requestId, bool chatIsChannel) =>
        new(text, new KeyboardButtonRequestChat { RequestId = requestId, ChatIsChannel = chatIsChannel });

    public static KeyboardButton WithRequestChat(string text, KeyboardButtonRequestChat requestChat) => new(text, requestChat);

    public static KeyboardButton WithRequestContact(string text) => new(text) { RequestContact = true };

    public static KeyboardButton WithRequestLocation(string text) => new(text) { RequestLocation = true };

    public static KeyboardButton WithRequestManagedBot(string text, KeyboardButtonRequestManagedBot requestManagedBot) => new(text, requestManagedBot);

    public static KeyboardButton WithRequestPoll(string text, KeyboardButtonPollType requestPoll) => new(text, requestPoll);

    public static KeyboardButton WithRequestUsers(string text, int requestId, int? maxQuantity = default) =>
        new(text, new KeyboardButtonRequestUsers { RequestId = requestId, MaxQuantity = maxQuantity });

    public static KeyboardButton WithRequestUsers(string text, KeyboardButtonRequestUsers requestUsers) => new(text, requestUsers);

    public static KeyboardButton WithWebApp(string text, WebAppInfo webApp) => new(text, webApp);
}
