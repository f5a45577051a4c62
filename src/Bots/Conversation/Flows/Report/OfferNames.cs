using Senim.Intake;
using Senim.Intake.Places;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>How an offered place is named to the one who typed it.</summary>
internal static class OfferNames
{
    /// <summary>
    /// The unit with what lies above it, led by the village that was typed: a district offered for one of its villages would not be
    /// recognised by its own name.
    /// </summary>
    public static string DescribeOffer(this IPlaceDirectory places, ReportDraft draft, string code, Language language)
    {
        if (draft.PlaceText is { } typed && Candidates(places.Resolve(typed)).FirstOrDefault(candidate => candidate.Unit.Code == code) is { } meant)
            return places.Describe(meant, language.Code());
        return places.Find(code) is { } unit ? places.Describe(unit, language.Code()) : "";
    }

    private static IReadOnlyList<PlaceCandidate> Candidates(PlaceMatch match) => match switch
    {
        PlaceMatch.Taken taken => [taken.Candidate],
        PlaceMatch.Asked asked => asked.Candidates,
        _ => [],
    };
}
