using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What stands below a message or in place of the keyboard. Texts become a reply keyboard, pairs and inline buttons an inline one.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup
{
    public static readonly ReplyKeyboardRemove RemoveKeyboard = new();

    public static readonly ForceReplyMarkup ForceReply = new();

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ReplyMarkup?(string? text) => (ReplyKeyboardMarkup?)text;

    [return: NotNullIfNotNull(nameof(texts))]
    public static implicit operator ReplyMarkup?(string[]? texts) => (ReplyKeyboardMarkup?)texts;

    [return: NotNullIfNotNull(nameof(texts))]
    public static implicit operator ReplyMarkup?(List<string>? texts) => (ReplyKeyboardMarkup?)texts?.ToArray();

    [return: NotNullIfNotNull(nameof(textRows))]
    public static implicit operator ReplyMarkup?(List<List<string>>? textRows) =>
        (ReplyKeyboardMarkup?)textRows?.Select(row => row.ToArray()).ToArray();

    [return: NotNullIfNotNull(nameof(textRows))]
    public static implicit operator ReplyMarkup?(string[][]? textRows) => (ReplyKeyboardMarkup?)textRows;

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyMarkup?(KeyboardButton? button) => (ReplyKeyboardMarkup?)button;

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(KeyboardButton[]? buttons) => (ReplyKeyboardMarkup?)buttons;

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(List<KeyboardButton>? buttons) => (ReplyKeyboardMarkup?)buttons;

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyMarkup?(List<List<KeyboardButton>>? buttonRows) => (ReplyKeyboardMarkup?)buttonRows;

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyMarkup?(IEnumerable<KeyboardButton>[]? buttonRows) => (ReplyKeyboardMarkup?)buttonRows;

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton button) => button is null ? null : new InlineKeyboardMarkup(button);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton[]? buttons) => (InlineKeyboardMarkup?)buttons;

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(List<InlineKeyboardButton>? buttons) => (InlineKeyboardMarkup?)buttons;

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyMarkup?(IEnumerable<InlineKeyboardButton>[]? buttonRows) => (InlineKeyboardMarkup?)buttonRows;

    [return: NotNullIfNotNull(nameof(buttonRows))]
    public static implicit operator ReplyMarkup?(List<List<InlineKeyboardButton>>? buttonRows) => (InlineKeyboardMarkup?)buttonRows;

    public static implicit operator ReplyMarkup((string Text, string CallbackDataOrUrl) button) => new InlineKeyboardMarkup((InlineKeyboardButton)button);

    public static implicit operator ReplyMarkup((string Text, string CallbackDataOrUrl)[] buttons) =>
        new InlineKeyboardMarkup(buttons.Select(button => (InlineKeyboardButton)button));

    public static implicit operator ReplyMarkup((string Text, string CallbackDataOrUrl)[][] buttonRows) =>
        new InlineKeyboardMarkup(buttonRows.Select(row => row.Select(button => (InlineKeyboardButton)button)));
}
