using Senim.Intake.Conversations;

namespace Senim.Bots.Conversation.Turns;

/// <summary>A turn worked out: what is to be written, the conversation as it will stand, and what the reporter will see.</summary>
internal sealed record TurnDraft(TurnWrite Write, LiveConversation After, OutboundReply? Reply, bool NotesEvent, bool IsEmergency);
