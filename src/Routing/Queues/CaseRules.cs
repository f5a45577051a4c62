using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>Which steps an item allows whom.</summary>
internal static class CaseRules
{
    private static readonly StaffStepKind[] InHand =
    [
        StaffStepKind.HandBack, StaffStepKind.PlanVisit, StaffStepKind.RecordVisit, StaffStepKind.Plan, StaffStepKind.Refer, StaffStepKind.Transfer,
    ];

    /// <summary>Of these nobody learns anything without words.</summary>
    private static readonly StaffStepKind[] InWords =
        [StaffStepKind.RecordVisit, StaffStepKind.Plan, StaffStepKind.Refer, StaffStepKind.Write, StaffStepKind.Transfer, StaffStepKind.Refuse, StaffStepKind.DeclineClosing];

    /// <param name="isWithin">The scope reaches the unit that has the item in its queue; else only the one that passes it on.</param>
    public static IEnumerable<StaffStepKind> Possible(QueueItem item, StaffScope scope, bool isWithin)
    {
        if (item.State == QueueState.Transferred)
        {
            if (isWithin && item.OfferedBy != scope.StaffId)
            {
                yield return StaffStepKind.Accept;
                yield return StaffStepKind.Refuse;
            }

            if (item.OfferedBy == scope.StaffId || PassesOn(item, scope))
                yield return StaffStepKind.TakeBack;
            yield break;
        }

        if (item.IsInHand)
        {
            if (item.State == QueueState.Acknowledged || item.TakenOnUtc is null)
                yield return StaffStepKind.Begin;
            foreach (var kind in InHand)
                yield return kind;
            if (!item.IsCallOwed)
                yield return StaffStepKind.Close;
        }

        if (item.IsWaiting || item.IsInHand)
            yield return StaffStepKind.Name;
        if (item.IsCallOwed)
            yield return StaffStepKind.TellCall;
        if (item.State == QueueState.ClosingAsked)
        {
            if (item.ClosingAskedBy != scope.StaffId)
                yield return StaffStepKind.ConfirmClosing;
            yield return StaffStepKind.DeclineClosing;
        }

        yield return StaffStepKind.Write;
    }

    public static bool LacksWords(StaffStep step) =>
        step.Note is not { } note
            ? InWords.Contains(step.Kind) || step.Kind == StaffStepKind.TellCall
            : string.IsNullOrWhiteSpace(note.Text) && (InWords.Contains(step.Kind) || note.Call is null);

    private static bool PassesOn(QueueItem item, StaffScope scope) =>
        item.FromUnitCode is { } unit && Reach.Includes(scope, unit, item.FromRegionCode!);
}
