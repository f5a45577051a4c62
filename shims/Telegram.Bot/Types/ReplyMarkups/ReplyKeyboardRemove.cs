using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Takes the reply keyboard away.</summary>
public class ReplyKeyboardRemove : ReplyMarkup
{
    [JsonPropertyName("remove_keyboard")]
    public new bool RemoveKeyboard => true;

    public bool Selective { get; set; }
}
