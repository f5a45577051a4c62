namespace Senim.FakeBotApi.World;

/// <summary>An update that nobody has confirmed yet.</summary>
internal sealed class PendingUpdate
{
    public required int Id { get; init; }

    public required string Json { get; init; }

    /// <summary>Updates of one lane, which is a chat, are delivered to a webhook one after another.</summary>
    public required long Lane { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required int DeliveriesWanted { get; init; }

    public LinkedListNode<PendingUpdate>? Node { get; set; }

    public int Deliveries { get; set; }

    public int FailuresInARow { get; set; }
}
