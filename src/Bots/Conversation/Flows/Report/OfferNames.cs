using Senim.Intake;
using Senim.Intake.Places;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>How offered places are named to the one who typed something.</summary>
internal static class OfferNames
{
    /// <summary>
    /// Each unit with what lies above it, led by the village that was typed: a district offered for one of its villages would not be
    /// recognised by its own name.
    /// </summary>
    public static IEnumerable<(string Code, string Name)> DescribeOffers(this IPlaceDirectory places, ReportDraft draft, Language language)
    {
        if (draft.PlaceOffers.Count == 0)
            yield break;
        var candidates = draft.PlaceText is { } typed ? Candidates(places.Resolve(DeniedPlaces.Without(typed))) : [];
        foreach (var code in draft.PlaceOffers)
        {
            if (draft.DoorName(code) is { } door && places.Find(code) is { } around)
                yield return (code, $"{door}, {places.Describe(around, language.Code())}");
            else if (candidates.FirstOrDefault(candidate => candidate.Unit.Code == code) is { } meant)
                yield return (code, places.Describe(meant, language.Code()));
            else if (places.Find(code) is { } unit)
                yield return (code, places.Describe(unit, language.Code()));
        }
    }

    private static IReadOnlyList<PlaceCandidate> Candidates(PlaceMatch match) => match switch
    {
        PlaceMatch.Taken taken => [taken.Candidate],
        PlaceMatch.Asked asked => asked.Candidates,
        _ => [],
    };
}
