using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons below a message.</summary>
public class InlineKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton) => InlineKeyboard = KeyboardRows.Of([inlineKeyboardButton]);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow) => InlineKeyboard = KeyboardRows.Of(inlineKeyboardRow);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<InlineKeyboardButton> inlineKeyboardRow) => InlineKeyboard = KeyboardRows.Of(inlineKeyboardRow);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(List<InlineKeyboardButton> inlineKeyboardRow) => InlineKeyboard = KeyboardRows.Of(inlineKeyboardRow);

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    [SetsRequiredMembers, JsonConstructor]
    public InlineKeyboardMarkup() => InlineKeyboard = [];

    [JsonPropertyName("inline_keyboard")]
    public required IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; }

    public static InlineKeyboardMarkup Empty() => new();

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton? button) => button is null ? null : new InlineKeyboardMarkup(button);

    [return: NotNullIfNotNull(nameof(buttonText))]
    public static implicit operator InlineKeyboardMarkup?(string? buttonText) =>
        buttonText is null ? null : new InlineKeyboardMarkup((InlineKeyboardButton)buttonText);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton[]? buttons) => buttons is null ? null : new InlineKeyboardMarkup(buttons);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator InlineKeyboardMarkup?(List<InlineKeyboardButton>? buttons) => buttons is null ? null : new InlineKeyboardMarkup(buttons);

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator InlineKeyboardMarkup?(List<List<InlineKeyboardButton>>? buttonRows) =>
        buttonRows is null ? null : new InlineKeyboardMarkup(buttonRows);

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator InlineKeyboardMarkup?(IEnumerable<InlineKeyboardButton>[]? buttonRows) =>
        buttonRows is null ? null : new InlineKeyboardMarkup(buttonRows);

    /// <summary>To the last row.</summary>
    public InlineKeyboardMarkup AddButton(InlineKeyboardButton button) => AddButtons(button);

    /// <summary>To the last row.</summary>
    public InlineKeyboardMarkup AddButton(string text, string callbackData) => AddButtons(InlineKeyboardButton.WithCallbackData(text, callbackData));

    /// <summary>To the last row.</summary>
    public InlineKeyboardMarkup AddButtons(params InlineKeyboardButton[] buttons)
    {
        InlineKeyboard = KeyboardRows.AddToLast(InlineKeyboard, buttons);
        return this;
    }

    public InlineKeyboardMarkup AddNewRow(params InlineKeyboardButton[] buttons)
    {
        InlineKeyboard = KeyboardRows.AddRow(InlineKeyboard, buttons);
        return this;
    }
}
