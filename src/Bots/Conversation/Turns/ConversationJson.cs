using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Bots.Conversation.Turns;

/// <summary>The form in which a conversation's state is stored (inside its seal).</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(TurnInput))]
[JsonSerializable(typeof(TurnInput.Relayed), TypeInfoPropertyName = "Relayed")]
public sealed partial class ConversationJson : JsonSerializerContext
{
    /// <summary>Letters as they are: it is never part of a page, and a Cyrillic letter as an escape takes three times the room.</summary>
    public static ConversationJson Sealed => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
