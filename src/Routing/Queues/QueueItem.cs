using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Stateless;

namespace Senim.Routing.Queues;

/// <summary>
/// A signal in the queue of one unit: codes and times, never words. What it learns from the signal is in <c>QueueItem.Signal.cs</c>.
/// </summary>
public sealed partial class QueueItem
{
    private readonly StateMachine<QueueState, QueueTrigger> machine;

    /// <summary>The change that is being made starts the alerts over, whatever it does to the next step.</summary>
    private bool beginsAnew;

    private QueueItem() => machine = QueueMachine.For(() => State, state => State = state);

    public Guid Id { get; private set; }

    public Guid SignalId { get; private set; }

    public string Reference { get; private set; } = "";

    /// <summary>Grows by one with each change: of two that change the item at once, one wins.</summary>
    public int Version { get; private set; }

    public QueueState State { get; private set; }

    public Urgency Urgency { get; private set; }

    /// <summary>Category codes, comma-separated.</summary>
    public string Categories { get; private set; } = "";

    public string UnitCode { get; private set; } = "";

    public string RegionCode { get; private set; } = "";

    /// <summary>The most exact unit that the signal ever named, and the version that named it (0: none did).</summary>
    public string? PlaceCode { get; private set; }

    public int PlaceVersion { get; private set; }

    /// <summary>The unit that the place names now, when somebody of another unit has the item in hand.</summary>
    public string? PlaceNowNames { get; private set; }

    /// <summary>Bodies that must not see it, comma-separated (<see cref="Recusals"/>), as the newest version says.</summary>
    public string Recused { get; private set; } = "";

    /// <summary>The unit that must not see it, whoever has it: no scope of that unit reaches it.</summary>
    public string? RecusedUnitCode { get; private set; }

    /// <summary>The newest version of the signal that is known here.</summary>
    public int SignalVersion { get; private set; }

    public SignalSource Source { get; private set; }

    public Language Language { get; private set; }

    public ChannelKind Channel { get; private set; }

    public bool IsIncomplete { get; private set; }

    public bool IsUnparsed { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    public DateTime FirstLookDueUtc { get; private set; }

    public DateTime AssignedDueUtc { get; private set; }

    public DateTime? VisitDueUtc { get; private set; }

    public DateTime CloseDueUtc { get; private set; }

    /// <summary>What the present state waits for.</summary>
    public CaseStep NextStep { get; private set; }

    /// <summary>When <see cref="NextStep"/> is due; the queue is ordered by it.</summary>
    public DateTime NextDueUtc { get; private set; }

    /// <summary>
    /// Counts from 1 and grows by one whenever whoever is alerted has to be alerted from the first level again: the item was received, raised,
    /// reopened, moved, or its next step began.
    /// </summary>
    public int StepRound { get; private set; }

    /// <summary>Id of the account that has the item in hand, or had it when it was closed.</summary>
    public string? AcknowledgedBy { get; private set; }

    public DateTime? AcknowledgedUtc { get; private set; }

    /// <summary>Since when its steps are promised anew: it was reopened, handed back, or taken from a unit. Null while the signal's own times hold.</summary>
    public DateTime? ReopenedUtc { get; private set; }

    /// <summary>Steps told to the reporter's side so far.</summary>
    public int ProgressVersion { get; private set; }

    /// <summary>Append-only.</summary>
    public List<QueueHistoryRow> History { get; } = [];

    public bool IsWaiting => State is QueueState.New or QueueState.Reopened;

    public DueTimes Due => new(FirstLookDueUtc, AssignedDueUtc, VisitDueUtc, CloseDueUtc);

    /// <summary>Something that staff did and that changes nothing about the item's way.</summary>
    /// <param name="about">What it was done to, as a code or number.</param>
    public void Note(QueueAction action, string staffId, string about, DateTime nowUtc)
    {
        Record(nowUtc, action, staffId, to: about);
        Finish();
    }

    /// <summary>Hands an item that nobody has to another unit.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it, or it is closed.</exception>
    public void MoveTo(OwningUnit unit, DateTime nowUtc)
    {
        if (!IsWaiting)
            throw new InvalidOperationException($"An item that is {State} is not moved.");
        Move(unit, nowUtc);
        Finish();
    }

    /// <summary>The step as the reporter may know it.</summary>
    /// <param name="isRaised">A step was missed just now, and others are asked to look.</param>
    public ProgressEvent Progress(DateTime nowUtc, bool isRaised = false)
    {
        ProgressVersion++;
        return new ProgressEvent
        {
            SignalId = SignalId,
            Version = ProgressVersion,
            Stage = Stage,
            OccurredUtc = nowUtc,
            IsRaised = isRaised,
            NextDueUtc = State == QueueState.Closed ? null : NextDueUtc,
        };
    }

    public SignalStage Stage => State switch
    {
        QueueState.New or QueueState.Reopened => SignalStage.Waiting,
        QueueState.Acknowledged or QueueState.Transferred => SignalStage.Seen,
        QueueState.InProgress => SignalStage.InWork,
        QueueState.VisitPlanned => SignalStage.VisitPlanned,
        QueueState.Visited => SignalStage.Visited,
        QueueState.ClosingAsked => VisitedUtc is null ? SignalStage.InWork : SignalStage.Visited,
        QueueState.Closed => SignalStage.Closed,
    };

    private void Move(OwningUnit unit, DateTime nowUtc)
    {
        Record(nowUtc, QueueAction.Moved, null, UnitCode, unit.Code);
        (UnitCode, RegionCode) = (unit.Code, unit.RegionCode);
        beginsAnew = true;
    }

    private void Finish()
    {
        var before = NextStep;
        (NextStep, NextDueUtc) = State switch
        {
            QueueState.New or QueueState.Reopened => (CaseStep.FirstLook, FirstLookDueUtc),
            QueueState.Transferred => (CaseStep.Accept, StepDueUtc!.Value),
            QueueState.ClosingAsked => (CaseStep.Confirm, StepDueUtc!.Value),
            QueueState.Closed => (CaseStep.None, CloseDueUtc),
            QueueState.Acknowledged or QueueState.InProgress or QueueState.VisitPlanned or QueueState.Visited => InHandWaitsFor(),
        };
        if (beginsAnew || NextStep != before)
            StepRound++;
        beginsAnew = false;
        WatchUtc = State == QueueState.Closed || MissedRound == StepRound ? null : NextDueUtc;
        Version++;
    }

    private (CaseStep Step, DateTime DueUtc) InHandWaitsFor() => this switch
    {
        { TakenOnUtc: null } => (CaseStep.Assigned, AssignedDueUtc),
        { State: QueueState.VisitPlanned } => (CaseStep.Visit, StepDueUtc!.Value),
        { VisitedUtc: null, ReviewUtc: null, VisitDueUtc: { } visit } => (CaseStep.Visit, visit),
        _ => (CaseStep.Close, ReviewUtc ?? CloseDueUtc),
    };

    private void Record(StaffAct act, QueueAction action, string? from = null, string? to = null) =>
        History.Add(new QueueHistoryRow { ItemId = Id, AtUtc = act.AtUtc, Action = action, By = act.By, StepId = act.StepId, From = from, To = to });

    private void Record(DateTime nowUtc, QueueAction action, string? by = null, string? from = null, string? to = null) =>
        History.Add(new QueueHistoryRow { ItemId = Id, AtUtc = nowUtc, Action = action, By = by, From = from, To = to });
}
