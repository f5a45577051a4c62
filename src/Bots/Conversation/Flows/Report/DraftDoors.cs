using Senim.Intake.Doors;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The door by which a reporter came, in the draft: a place that is offered, never one that is taken.</summary>
internal static class DraftDoors
{
    /// <summary>What is offered is the door; nobody has said yet that it is there.</summary>
    public static bool OffersDoor(this ReportDraft draft) =>
        draft is { Door: { IsConfirmed: false } door, PlaceText: null, PlaceOffers: [var offered] } && offered == door.UnitCode;

    /// <summary>The name of the door, where the unit with this code stands for it.</summary>
    public static string? DoorName(this ReportDraft draft, string code) =>
        draft.Door is { } door && door.UnitCode == code && (door.IsConfirmed || draft.OffersDoor()) ? door.Name : null;

    /// <summary>Its place is offered, unless another one is known; it is kept for a later report where this one is sent.</summary>
    public static ReportDraft Through(this ReportDraft draft, PassedDoor door, bool isSent) =>
        !isSent && draft.PlaceCode is null && (draft.PlaceOffers.Count == 0 || draft.OffersDoor()) && !draft.IsSettled(ReportCodes.PlaceQuestion)
            ? draft with { Door = door, PlaceOffers = [door.UnitCode], PlaceText = null }
            : draft with { NextDoor = door };

    /// <summary>The door once this unit is the place: confirmed where it was what was offered, gone where the unit is another.</summary>
    public static PassedDoor? DoorAt(this ReportDraft draft, string code) => draft switch
    {
        { Door: { } door } when door.UnitCode != code => null,
        { Door: { } door } when draft.OffersDoor() => door with { IsConfirmed = true },
        _ => draft.Door,
    };
}
