using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types.Enums;

/// <summary>How entities in a text are written.</summary>
[JsonConverter(typeof(ParseModeConverter))]
public enum ParseMode
{
    None = 0,
    Markdown = 1,
    Html = 2,
    MarkdownV2 = 3,
}
