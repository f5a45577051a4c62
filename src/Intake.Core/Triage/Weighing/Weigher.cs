using Senim.Intake.Triage.Rules;

namespace Senim.Intake.Triage.Weighing;

/// <summary>Weighs a message with the learnt weights. May be shared by threads.</summary>
internal sealed class Weigher(Lexicon lexicon, WeightTable table)
{
    private readonly Remembered<WordWeight> _known = new(places: 4096, mostChars: 48);

    public Sums Raises => table.Raises;

    public Sums Calms => table.Calms;

    public WeighedMessage Weigh(ReadMessage message)
    {
        var sums = new WordSums(table, _known, message.Words.Length);
        Features.Of(message, lexicon, ref sums);
        sums.Finish();
        var places = new List<(int From, int To)>();
        Stretches.Of(message.Words, places);
        return new WeighedMessage(sums, [.. places.Select(Weighed)]);

        Stretch Weighed((int From, int To) place) => new(
            place.From, place.To, message.SameSentence(place.From, place.To - 1), sums.Of(place.From, place.To), sums.Read(place.From, place.To));
    }
}
