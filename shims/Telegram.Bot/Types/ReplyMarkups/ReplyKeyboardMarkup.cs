using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons in place of the keyboard.</summary>
public class ReplyKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(KeyboardButton button) => Keyboard = KeyboardRows.Of([button]);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow) => Keyboard = KeyboardRows.Of(keyboardRow);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<KeyboardButton> keyboardRow) => Keyboard = KeyboardRows.Of(keyboardRow);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(List<KeyboardButton> keyboardRow) => Keyboard = KeyboardRows.Of(keyboardRow);

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(bool resizeKeyboard)
        : this() => ResizeKeyboard = resizeKeyboard;

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    [SetsRequiredMembers, JsonConstructor]
    public ReplyKeyboardMarkup() => Keyboard = [];

    public required IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }

    [JsonPropertyName("is_persistent")]
    public bool IsPersistent { get; set; }

    [JsonPropertyName("resize_keyboard")]
    public bool ResizeKeyboard { get; set; }

    [JsonPropertyName("one_time_keyboard")]
    public bool OneTimeKeyboard { get; set; }

    [JsonPropertyName("input_field_placeholder")]
    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ReplyKeyboardMarkup?(string? text) => text is null ? null : new ReplyKeyboardMarkup((KeyboardButton)text);

    [return: NotNullIfNotNull(nameof(texts))]
    public static implicit operator ReplyKeyboardMarkup?(string[]? texts) => texts is null ? null : new ReplyKeyboardMarkup(ToButtons(texts));

    [return: NotNullIfNotNull(nameof(textRows))]
    public static implicit operator ReplyKeyboardMarkup?(string[][]? textRows) => textRows is null ? null : new ReplyKeyboardMarkup(textRows.Select(ToButtons));

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyKeyboardMarkup?(KeyboardButton? button) => button is null ? null : new ReplyKeyboardMarkup(button);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyKeyboardMarkup?(KeyboardButton[]? buttons) => buttons is null ? null : new ReplyKeyboardMarkup(buttons);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyKeyboardMarkup?(List<KeyboardButton>? buttons) => buttons is null ? null : new ReplyKeyboardMarkup(buttons);

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyKeyboardMarkup?(List<List<KeyboardButton>>? buttonRows) => buttonRows is null ? null : new ReplyKeyboardMarkup(buttonRows);

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyKeyboardMarkup?(IEnumerable<KeyboardButton>[]? buttonRows) => buttonRows is null ? null : new ReplyKeyboardMarkup(buttonRows);

    /// <summary>To the last row.</summary>
    public ReplyKeyboardMarkup AddButton(KeyboardButton button) => AddButtons(button);

    /// <summary>To the last row.</summary>
    public ReplyKeyboardMarkup AddButtons(params KeyboardButton[] buttons)
    {
        Keyboard = KeyboardRows.AddToLast(Keyboard, buttons);
        return this;
    }

    public ReplyKeyboardMarkup AddNewRow(params KeyboardButton[] buttons)
    {
        Keyboard = KeyboardRows.AddRow(Keyboard, buttons);
        return this;
    }

    private static IEnumerable<KeyboardButton> ToButtons(string[] texts) => texts.Select(text => new KeyboardButton(text));
}
