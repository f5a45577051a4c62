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
public sealed partial class ConversationJson : JsonSerializerContext;
