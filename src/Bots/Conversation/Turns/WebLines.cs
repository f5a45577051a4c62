using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Lines of a conversation whose transcript we keep ourselves: sealed one by one, bound to their number.</summary>
internal static class WebLines
{
    private const string Table = "Activities";

    public static ActivityRow Seal(DataKey key, ConversationKey conversation, int number, byte[] line, DateTime createdUtc) => new()
    {
        ConversationKey = conversation.ToBytes(),
        Number = number,
        DataKeyId = key.Id,
        CreatedUtc = createdUtc,
        Content = Sealing.Seal(key, line, Place(conversation, number)),
    };

    public static byte[] Open(DataKey key, ActivityRow row) =>
        Sealing.Open(key, row.Content, Place(ConversationKey.FromBytes(row.ConversationKey), row.Number));

    private static SealedPlace Place(ConversationKey conversation, int number) => new(Table, $"{conversation}/{number}", "Content");
}
