namespace Senim.Intake.Checkpoints;

/// <summary>The moments between which a crash could lose or double something; tests stop the process at each of them.</summary>
public enum Checkpoint
{
    /// <summary>The request is verified; nothing is stored.</summary>
    Verified,

    /// <summary>The turn is worked out; nothing is stored.</summary>
    BeforeCommit,

    /// <summary>The turn is durable; the reporter has seen nothing.</summary>
    AfterCommit,

    /// <summary>The reporter has seen the reply; the provider does not know yet that we have the message.</summary>
    ReplySent,

    /// <summary>An attempt is counted; nothing was published.</summary>
    OutboxMarked,

    /// <summary>Published; the row is still there.</summary>
    OutboxPublished,

    /// <summary>An event has arrived; nothing of it is stored.</summary>
    Consumed,

    /// <summary>A turn is on the disk of this node; its reporter has seen nothing.</summary>
    SpoolWritten,

    /// <summary>All turns of a file of the spool are in the database; the file is still there.</summary>
    SpoolReplayed,

    /// <summary>A text from the provider's list is in the database; the provider has it still.</summary>
    SweepImported,

    /// <summary>The provider has deleted one message of those that are stored.</summary>
    SweepDeleted,

    /// <summary>A file is sealed on the disk; its row does not know of it.</summary>
    EvidenceFetched,

    /// <summary>The row of a file knows where it lies; that it is to be fetched still stands in the outbox.</summary>
    EvidenceStored,

    /// <summary>An attempt to send an alert is counted; nothing was sent.</summary>
    AlertMarked,

    /// <summary>The way has taken an alert; its row does not know of it.</summary>
    AlertSent,

    /// <summary>Whom to alert about a case is written down; nothing was sent.</summary>
    LadderRecorded,
}

/// <summary>Is told when the process passes a checkpoint.</summary>
public interface ICheckpoints
{
    void Reached(Checkpoint checkpoint);
}

/// <summary>Passes on: what every installation runs with.</summary>
public sealed class OpenCheckpoints : ICheckpoints
{
    public void Reached(Checkpoint checkpoint)
    {
    }
}
