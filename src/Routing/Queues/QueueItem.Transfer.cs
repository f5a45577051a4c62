using Senim.Intake.Promises;
using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>
/// Passing an item to another unit. It waits in that unit's queue and is the first unit's still: it goes back when the other one refuses or
/// says nothing in time.
/// </summary>
public sealed partial class QueueItem
{
    /// <summary>The unit that passes it on, and its region; null while nobody does.</summary>
    public string? FromUnitCode { get; private set; }

    public string? FromRegionCode { get; private set; }

    /// <summary>Id of the account that passes it on.</summary>
    public string? OfferedBy { get; private set; }

    /// <summary>A unit accepted it from another one: it no longer goes where the place points, until the reporter names another place.</summary>
    public bool IsPlacedByStaff { get; private set; }

    /// <param name="dueUtc">By when the other unit says whether it takes it.</param>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void Offer(StaffAct act, OwningUnit unit, DateTime dueUtc)
    {
        machine.Fire(QueueTrigger.Offer);
        Record(act, QueueAction.TransferOffered, UnitCode, unit.Code);
        (FromUnitCode, FromRegionCode, OfferedBy) = (UnitCode, RegionCode, act.By);
        (UnitCode, RegionCode) = (unit.Code, unit.RegionCode);
        (AcknowledgedBy, AcknowledgedUtc, TakenOnUtc) = (null, null, null);
        StepDueUtc = dueUtc;
        beginsAnew = true;
        Finish();
    }

    /// <exception cref="InvalidOperationException">It is not being passed on.</exception>
    public void Accept(StaffAct act)
    {
        machine.Fire(QueueTrigger.Take);
        Hold(act.By, act.AtUtc);
        Record(act, QueueAction.TransferAccepted, FromUnitCode, UnitCode);
        EndOffer();
        IsPlacedByStaff = true;
        if (PlaceNowNames == UnitCode)
            PlaceNowNames = null;
        Finish();
    }

    /// <summary>Nobody has it until somebody of the first unit takes it again.</summary>
    /// <param name="why">Who or what brings it back.</param>
    /// <param name="act">Without a person where its time is over.</param>
    /// <param name="back">The unit that passed it on, or who stands in for it.</param>
    /// <exception cref="InvalidOperationException">It is not being passed on.</exception>
    public void Return(QueueAction why, StaffAct? act, OwningUnit back, IPromises promises, DateTime nowUtc)
    {
        machine.Fire(QueueTrigger.Return);
        History.Add(new QueueHistoryRow { ItemId = Id, AtUtc = nowUtc, Action = why, By = act?.By, StepId = act?.StepId, From = UnitCode, To = back.Code });
        (UnitCode, RegionCode) = (back.Code, back.RegionCode);
        EndOffer();
        LetGo(promises, nowUtc);
        Finish();
    }

    private void EndOffer() => (FromUnitCode, FromRegionCode, OfferedBy, StepDueUtc) = (null, null, null, null);
}
