using Senim.Intake.Notes;

namespace Senim.Routing.Queues;

/// <summary>A step that staff take with a case. What they write about it lies sealed with the signal, never in the queue.</summary>
/// <param name="Kind">What is done.</param>
public abstract record StaffStep(StaffStepKind Kind)
{
    /// <summary>Made where the form is shown: sent twice it is one step.</summary>
    public required Guid Id { get; init; }

    /// <summary>What they write; null where they write nothing.</summary>
    public CaseNote? Note { get; init; }

    /// <summary>The one who was named says that they go on with it. Anybody of the unit may: it is theirs then.</summary>
    public sealed record Begin() : StaffStep(StaffStepKind.Begin);

    /// <summary>Names who goes on with it: oneself or a colleague of the unit.</summary>
    /// <param name="StaffId">Id of the account.</param>
    public sealed record Name(string StaffId) : StaffStep(StaffStepKind.Name);

    public sealed record HandBack() : StaffStep(StaffStepKind.HandBack);

    public sealed record PlanVisit(DateTime PlannedUtc) : StaffStep(StaffStepKind.PlanVisit);

    public sealed record RecordVisit() : StaffStep(StaffStepKind.RecordVisit);

    /// <param name="ReviewUtc">When the plan is to be looked at again.</param>
    public sealed record Plan(DateTime ReviewUtc) : StaffStep(StaffStepKind.Plan);

    public sealed record Refer(ReferralBody Body) : StaffStep(StaffStepKind.Refer);

    public sealed record Write() : StaffStep(StaffStepKind.Write);

    /// <summary>Says who was called in the emergency (<see cref="CaseNote.Call"/>), or why nobody was (<see cref="CaseNote.Text"/>).</summary>
    public sealed record TellCall() : StaffStep(StaffStepKind.TellCall);

    /// <param name="UnitCode">KATO code of the unit to which it is passed.</param>
    public sealed record Transfer(string UnitCode) : StaffStep(StaffStepKind.Transfer);

    public sealed record Accept() : StaffStep(StaffStepKind.Accept);

    public sealed record Refuse() : StaffStep(StaffStepKind.Refuse);

    public sealed record TakeBack() : StaffStep(StaffStepKind.TakeBack);

    /// <param name="SeenSignalVersion"><see cref="CaseFile.SignalVersion"/> of the case as it was read.</param>
    public sealed record ConfirmClosing(int SeenSignalVersion) : StaffStep(StaffStepKind.ConfirmClosing);

    public sealed record DeclineClosing() : StaffStep(StaffStepKind.DeclineClosing);
}

public enum StaffStepKind
{
    Begin,
    Name,
    HandBack,
    PlanVisit,
    RecordVisit,
    Plan,
    Refer,
    Write,
    TellCall,
    Transfer,
    Accept,
    Refuse,
    TakeBack,

    /// <summary>Closing, or in an emergency asking for it: <see cref="IQueueDesk.CloseAsync"/>.</summary>
    Close,
    ConfirmClosing,
    DeclineClosing,
}

public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    public sealed record Done : StepOutcome;

    /// <summary>Something else was done meanwhile, after which this cannot be.</summary>
    /// <param name="By">Name of the person who did it; null when nobody of staff did.</param>
    public sealed record Overtaken(string? By, DateTime AtUtc, QueueAction Action) : StepOutcome;

    /// <summary>Another person has to do it: one agrees to what somebody else asks.</summary>
    public sealed record NeedsOther : StepOutcome;

    /// <summary>The step says nothing without words.</summary>
    public sealed record NeedsWords : StepOutcome;

    /// <summary>The unit, colleague or time that was named cannot be.</summary>
    public sealed record Unfit : StepOutcome;

    /// <summary>The reporter has written since the case was read.</summary>
    public sealed record ChangedMeanwhile : StepOutcome;

    /// <summary>The words of the signal have been erased, so nothing can be written beside them.</summary>
    public sealed record Erased : StepOutcome;

    public sealed record NotFound : StepOutcome;
}
