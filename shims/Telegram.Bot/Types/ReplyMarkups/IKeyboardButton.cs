using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button of either kind of keyboard.</summary>
public interface IKeyboardButton
{
    string Text { get; }

    string? IconCustomEmojiId { get; set; }

    KeyboardButtonStyle? Style { get; set; }
}

/// <summary>The colour of a button; only its absence can be said.</summary>
[JsonConverter(typeof(EnumConverter<KeyboardButtonStyle>))]
public enum KeyboardButtonStyle
{
}
