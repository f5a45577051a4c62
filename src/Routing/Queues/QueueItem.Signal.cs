using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>
/// What an item learns from its signal. Each event tells the whole state of one version, and events come in any order, so everything
/// here ends the same whatever the order: urgency is the highest told, due times the earliest, the place the one named last, the rest
/// that of the newest version. Nothing is ever lowered.
/// </summary>
public sealed partial class QueueItem
{
    /// <param name="owner">Who owns a signal from the event's place.</param>
    /// <param name="recused">The unit that must not see it; null for none.</param>
    public static QueueItem FirstHeardOf(SignalEvent signal, OwningUnit owner, string? recused, Guid id, DateTime nowUtc)
    {
        var item = new QueueItem
        {
            Id = id,
            SignalId = signal.SignalId,
            Reference = signal.Reference,
            State = QueueState.New,
            Urgency = signal.Urgency,
            UnitCode = owner.Code,
            RegionCode = owner.RegionCode,
            PlaceCode = signal.PlaceCode,
            PlaceVersion = signal.PlaceCode is null ? 0 : signal.Version,
            ReceivedUtc = signal.ReceivedUtc,
            RecusedUnitCode = recused,
        };
        item.SetDue(signal.Due);
        item.TakeOver(signal);
        item.beginsAnew = true;
        item.Record(nowUtc, QueueAction.Received, to: owner.Code);
        item.Finish();
        return item;
    }

    /// <summary>The place that counts once the event is known.</summary>
    public string? PlaceAfter(SignalEvent signal) => NamesPlace(signal) ? signal.PlaceCode : PlaceCode;

    /// <summary>Whether the division of the place must not see it, once the event is known.</summary>
    public bool RecusesDepartmentAfter(SignalEvent signal) =>
        signal.Version > SignalVersion ? signal.Recused.Contains(Recusals.Department) : RecusesDepartment;

    public bool RecusesDepartment => Recused.Split(',').Contains(Recusals.Department);

    /// <param name="owner">Who owns a signal from <see cref="PlaceAfter"/>.</param>
    /// <param name="recused">The unit that must not see it; null for none.</param>
    /// <param name="promises">For the due times of an item that is taken up again.</param>
    public void Hear(SignalEvent signal, OwningUnit owner, string? recused, IPromises promises, DateTime nowUtc)
    {
        var isNewer = signal.Version > SignalVersion;
        Record(nowUtc, !isNewer ? QueueAction.OlderArrived : signal.HasNewWords ? QueueAction.Added : QueueAction.Corrected);
        if (isNewer)
            TakeOver(signal);
        var isPlaceNew = NamesPlace(signal);
        if (isPlaceNew)
        {
            // The same place told again is no reason to undo what staff made of it.
            IsPlacedByStaff = IsPlacedByStaff && signal.PlaceCode == PlaceCode;
            (PlaceCode, PlaceVersion) = (signal.PlaceCode, signal.Version);
        }

        var isRecusalNew = RecusedUnitCode != recused;
        RecusedUnitCode = recused;
        if (isNewer && State == QueueState.Closed)
            Reopen(signal, promises, nowUtc);
        else
            Raise(signal, promises, nowUtc);
        if (isNewer && State == QueueState.ClosingAsked)
            GoOn(nowUtc);
        if (State is > QueueState.Reopened and < QueueState.Closed && UnitCode == recused)
            TakeAway(signal, promises, nowUtc);
        if (UnitCode == recused || (!IsPlacedByStaff && (isPlaceNew || isRecusalNew || PlaceNowNames is not null)))
            Follow(owner, nowUtc);
        Finish();
    }

    private bool NamesPlace(SignalEvent signal) => signal.PlaceCode is not null && signal.Version > PlaceVersion;

    private void TakeOver(SignalEvent signal)
    {
        SignalVersion = signal.Version;
        Categories = string.Join(',', signal.Categories);
        Source = signal.Source;
        Language = signal.Language;
        Channel = signal.Channel;
        IsIncomplete = signal.Incomplete;
        IsUnparsed = signal.Unparsed;
        Recused = string.Join(',', signal.Recused);
    }

    /// <summary>Everything is promised anew from the moment of the addition; who closed it stays in the history.</summary>
    private void Reopen(SignalEvent signal, IPromises promises, DateTime nowUtc)
    {
        machine.Fire(QueueTrigger.Hear);
        (ClosedBy, ClosedUtc) = (null, null);
        Forget();
        ReopenedUtc = signal.ChangedUtc;
        Record(nowUtc, QueueAction.Reopened);
        beginsAnew = true;
        RaiseUrgency(signal, nowUtc);
        SetDue(promises.For(Urgency, signal.ChangedUtc, PlaceCode));
    }

    /// <summary>Whoever has it in hand must not see it any more: nobody has it, and all is promised anew.</summary>
    private void TakeAway(SignalEvent signal, IPromises promises, DateTime nowUtc)
    {
        machine.Fire(QueueTrigger.Recuse);
        Record(nowUtc, QueueAction.Recused, from: UnitCode);
        beginsAnew = true;
        Forget();
        ReopenedUtc = signal.ChangedUtc;
        SetDue(promises.For(Urgency, signal.ChangedUtc, PlaceCode));
    }

    /// <summary>Nobody agrees to the closing of what they have not read.</summary>
    private void GoOn(DateTime nowUtc)
    {
        machine.Fire(QueueTrigger.Hear);
        Record(nowUtc, QueueAction.ClosingDropped);
        ForgetAsking();
    }

    /// <summary>What staff did counts no more: it begins again. It all stays in the history.</summary>
    private void Forget()
    {
        (AcknowledgedBy, AcknowledgedUtc, TakenOnUtc, CallToldUtc) = (null, null, null, null);
        (VisitPlannedUtc, VisitedUtc, ReviewUtc) = (null, null, null);
        EndOffer();
        ForgetAsking();
    }

    private void Raise(SignalEvent signal, IPromises promises, DateTime nowUtc)
    {
        var isRaised = RaiseUrgency(signal, nowUtc);
        if (ReopenedUtc is not { } reopened)
            SetDue(Due.EarlierOf(signal.Due));
        else if (isRaised)
            // The times stamped on the signal may date from before it was closed and taken up again.
            SetDue(Due.EarlierOf(promises.For(Urgency, signal.ChangedUtc > reopened ? signal.ChangedUtc : reopened, PlaceCode)));
    }

    private bool RaiseUrgency(SignalEvent signal, DateTime nowUtc)
    {
        if (signal.Urgency <= Urgency)
            return false;
        Record(nowUtc, QueueAction.Raised, from: Urgency.ToString(), to: signal.Urgency.ToString());
        Urgency = signal.Urgency;
        beginsAnew = true;
        return true;
    }

    /// <summary>An item that nobody has goes where the place now points; one in hand stays, and says where it would go.</summary>
    private void Follow(OwningUnit owner, DateTime nowUtc)
    {
        if (IsWaiting)
        {
            if (owner.Code != UnitCode)
                Move(owner, nowUtc);
            PlaceNowNames = null;
            return;
        }

        var named = owner.Code == UnitCode ? null : owner.Code;
        if (named is not null && named != PlaceNowNames)
            Record(nowUtc, QueueAction.NamedElsewhere, from: UnitCode, to: named);
        PlaceNowNames = named;
    }

    private void SetDue(DueTimes due) =>
        (FirstLookDueUtc, AssignedDueUtc, VisitDueUtc, CloseDueUtc) = (due.FirstLookUtc, due.AssignedUtc, due.VisitUtc, due.CloseUtc);
}
