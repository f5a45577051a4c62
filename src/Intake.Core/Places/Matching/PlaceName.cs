namespace Senim.Intake.Places.Matching;

/// <summary>
/// One thing that a written name may stand for. <paramref name="NeedsCue"/>: the bare name means something better known, so this one
/// counts only with its word beside it ("Алматы" is the city, "Алматы ауданы" a district of Astana). <paramref name="IsFormer"/>: its name until some time after 1917.
/// <paramref name="Written"/>: how it is written in lower case.
/// </summary>
internal sealed record PlaceName(Place Unit, Settlement? Settlement, int Words, bool NeedsCue, bool IsWeak, bool IsFormer, string Written)
{
    private const double Former = 1.5;

    /// <summary>The prominence, less where only a former name is meant: what bears the name today comes first.</summary>
    public double Weight => IsFormer ? Prominence - Former : Prominence;

    /// <summary>How much likelier the better known of two places of one name is, in the points of <see cref="PlaceScores"/>.</summary>
    public double Prominence => Settlement switch
    {
        null => Unit.Kind switch
        {
            PlaceKind.RepublicanCity => 6,
            PlaceKind.City or PlaceKind.Region => 5,
            PlaceKind.District or PlaceKind.CityDistrict => 4,
        },
        { Kind: SettlementKind.Town } => 3.5,
        { IsCentre: true } => 3,
        { Kind: SettlementKind.Urban } => 2,
        { Kind: SettlementKind.Village } => 1,
        _ => 0.5,
    };

    /// <summary>A unit, a town or a district's centre: known beyond its neighbourhood.</summary>
    public bool IsWellKnown => Prominence >= 3;

    public bool Answers(PlaceCue cue) => cue switch
    {
        PlaceCue.None => !NeedsCue,
        PlaceCue.Region => Settlement is null && Unit.Kind == PlaceKind.Region,
        PlaceCue.City => Settlement is null ? Unit.Kind is PlaceKind.City or PlaceKind.RepublicanCity : Settlement.Kind == SettlementKind.Town,
        PlaceCue.District => Settlement is null && Unit.Kind is PlaceKind.District or PlaceKind.CityDistrict,
        PlaceCue.Village => Settlement is { Kind: < SettlementKind.Town },
    };
}
