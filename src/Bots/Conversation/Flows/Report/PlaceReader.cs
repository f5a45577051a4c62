using Senim.Bots.Conversation.Turns;
using Senim.Intake.Places;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Understands where it happens: from typed words, from a point on the map, from a place named in passing.</summary>
internal sealed class PlaceReader(IPlaceDirectory places)
{
    private const int MostPlaceChars = 200;

    /// <summary>Longer words were hardly meant as the name of a place.</summary>
    public const int MostNameChars = 60;

    /// <summary>An answer to "where?". Nothing is taken without being confirmed, except the region in which to ask on.</summary>
    public ReportTrigger Read(ReportTurn turn, string text)
    {
        var match = Match(turn, text);
        turn.Draft = turn.Draft with { PlaceText = text.Length > MostPlaceChars ? text[..MostPlaceChars] : text };
        switch (match)
        {
            case PlaceMatch.Taken { Candidate.Unit: { Kind: PlaceKind.Region } region }:
                turn.Draft = turn.Draft with { PlaceRegion = region.Code, PlaceCode = region.Code, PlaceOffers = [] };
                return RegionTaken;
            case PlaceMatch.Taken taken:
                turn.Draft = turn.Draft with { PlaceOffers = [taken.Candidate.Unit.Code] };
                return PlaceTaken;
            case PlaceMatch.Asked asked:
                turn.Draft = turn.Draft with { PlaceOffers = [.. asked.Candidates.Select(candidate => candidate.Unit.Code).Distinct()] };
                return PlaceAsked;
            default:
                turn.Note(turn.Draft.IsInDanger() ? "note.added" : text.Length > MostNameChars ? "note.kept" : "note.place_unknown");
                return Unclear;
        }
    }

    /// <summary>Whether the words name a place.</summary>
    public bool Knows(ReportTurn turn, string text) => Match(turn, text) is not PlaceMatch.None;

    /// <summary>
    /// A place named while something else was asked: kept as an offer to confirm when the place is asked. A known place is only
    /// questioned after the receipt, where nothing else is asked.
    /// </summary>
    /// <param name="corrects">The words put right what was said before: a known place is questioned anywhere.</param>
    /// <returns>Whether there is one that was not known before.</returns>
    public bool Notice(ReportTurn turn, string text, bool corrects = false)
    {
        var door = turn.Draft.OffersDoor() ? turn.Draft.Door : null;
        if (!corrects && (turn.Draft.PlaceCode is null ? turn.Draft.PlaceOffers.Count > 0 && door is null : turn.Present != ReportState.Receipt))
            return false;
        var known = turn.Draft.PlaceCode ?? door?.UnitCode;
        IReadOnlyList<string> offers = places.Resolve(DeniedPlaces.Without(text)) switch
        {
            PlaceMatch.Taken { Candidate.Unit: var unit } when !IsKnown(known, unit) => [unit.Code],
            // Named in passing: offered while nothing is known, and what is around it with it, so that a silent report goes no deeper than the region.
            PlaceMatch.Asked { IsNamed: true } asked when known is null && turn.Present != ReportState.Receipt => WithinOneRegion(asked),
            _ => [],
        };
        if (offers.Count == 0)
            return false;
        turn.Draft = turn.Draft with { PlaceOffers = offers };
        return true;
    }

    /// <summary>
    /// The point itself is dropped here, before anything is saved: it leads to a house, and nobody is named by it more surely than a child
    /// at home. The units around it are offered, none is taken alone.
    /// </summary>
    public ReportTrigger Read(ReportTurn turn, TurnInput.Location point)
    {
        turn.Draft = turn.Draft with { Pointed = true };
        var nearest = places.Nearest(point.Latitude, point.Longitude);
        if (nearest.Count == 0)
        {
            turn.Note("note.place_outside");
            return Noted;
        }

        turn.Note(turn.Draft.IsInDanger() ? "note.point_danger" : "note.point");
        turn.Draft = turn.Draft with { PlaceOffers = [.. nearest.Select(place => place.Code)] };
        return PointSent;
    }

    /// <summary>
    /// The unit that the signal goes to as things stand: the confirmed one, else one that is offered alone (also inside a region of which
    /// no more was known), else the region that all offers share. A door that nobody confirmed leads to its region and no further: its code may
    /// have gone from hand to hand, and the division at that school is not to read of a child who has not said that it is there.
    /// </summary>
    public string? BestKnown(ReportDraft draft)
    {
        if (draft.OffersDoor())
            return draft.PlaceCode ?? DoorRegion(draft);
        if (draft.PlaceOffers is [var alone] && (draft.PlaceCode is null || IsInsideRegion(alone, draft.PlaceCode)))
            return alone;
        if (draft.PlaceCode is not null || draft.PlaceOffers.Count == 0)
            return draft.PlaceCode ?? DoorRegion(draft);
        var regions = draft.PlaceOffers.Where(code => places.Find(code) is not null).Select(code => places.RegionOf(code).Code).Distinct().ToList();
        return regions is [var shared] ? shared : DoorRegion(draft) is { } near && regions.Contains(near) ? near : null;
    }

    private string? DoorRegion(ReportDraft draft) => draft.Door is { } door && places.Find(door.UnitCode) is not null ? places.RegionOf(door.UnitCode).Code : null;

    /// <summary>The offers are taken off the screen; what they say about the place stays.</summary>
    public ReportDraft WithoutOffers(ReportDraft draft) => draft.OffersDoor()
        ? draft with { PlaceOffers = [] }
        : draft with { PlaceCode = BestKnown(draft with { Door = null }), PlaceOffers = [] };

    private PlaceMatch Match(ReportTurn turn, string text)
    {
        var within = turn.Present == ReportState.ChooseUnit ? turn.Draft.PlaceRegion : null;
        text = DeniedPlaces.Without(text);
        var match = places.Resolve(text, within);
        return match is PlaceMatch.None && within is not null ? places.Resolve(text) : match;
    }

    private IReadOnlyList<string> WithinOneRegion(PlaceMatch.Asked asked)
    {
        var codes = asked.Candidates.Select(candidate => candidate.Unit.Code).Distinct().ToList();
        return codes.Select(code => places.RegionOf(code).Code).Distinct().Count() == 1 ? codes : [];
    }

    private bool IsInsideRegion(string code, string region) =>
        places.Find(region) is { Kind: PlaceKind.Region } && code != region && places.Find(code) is not null && places.RegionOf(code).Code == region;

    /// <summary>The unit is the known one, or one that contains it.</summary>
    private bool IsKnown(string? known, Place unit)
    {
        for (var code = known; code is not null; code = places.Find(code)?.ParentCode)
        {
            if (code == unit.Code)
                return true;
        }

        return false;
    }
}
