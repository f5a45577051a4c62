using Senim.Intake.Triage.Weighing;

namespace Senim.Intake.Triage.Rules;

/// <summary>
/// The learnt weights beside the entries: they raise what no entry knows, and tell an entry's words in a calm telling (a film, a lesson, a question)
/// from the same words in danger. Both only where enough known words were read.
/// </summary>
internal sealed class SignsWeighed(Weigher weigher)
{
    private static readonly SignCode Attack = SignCodes.All["sounds_like_attack"];
    private static readonly SignCode Body = SignCodes.All["sounds_like_body"];
    private static readonly SignCode Self = SignCodes.All["sounds_like_despair"];
    private static readonly SignCode Serious = SignCodes.All["sounds_serious"];
    private static readonly SignCode Harmful = SignCodes.All["sounds_harmful"];

    public WeighedMessage Weigh(ReadMessage message) => weigher.Weigh(message);

    /// <summary>The gravest sign that the weights make, with the first and last of the words that weighed most.</summary>
    public (SignCode Sign, int First, int Last)? Find(WeighedMessage weighed)
    {
        if (Heavy(weighed, Scale.Emergency) is { } danger)
        {
            var sign = danger.Sums[Scale.Self] > 0 ? Self : danger.Sums[Scale.Body] > 0 ? Body : Attack;
            return Said(weighed, danger, Scale.Emergency, sign);
        }

        if (Heavy(weighed, Scale.Urgent) is { } serious)
            return Said(weighed, serious, Scale.Urgent, Serious);
        return Heavy(weighed, Scale.Standard) is { } harmful ? Said(weighed, harmful, Scale.Standard, Harmful) : null;
    }

    /// <summary>Whether nothing around a word weighs like danger, however its sentence and its neighbours are taken together.</summary>
    public bool IsToldCalmly(WeighedMessage weighed, int word) => weighed.MostAround(word, Scale.Emergency) < weigher.Calms[Scale.Emergency];

    /// <summary>Whether the words were understood as a report of nothing.</summary>
    public bool ReportsNothing(WeighedMessage weighed, int word) => weighed.MostAround(word, Scale.Standard) < weigher.Calms[Scale.Standard];

    private Stretch? Heavy(WeighedMessage weighed, Scale scale) =>
        weighed.Heaviest(scale) is { } stretch && stretch.Weight(scale) > weigher.Raises[scale] ? stretch : null;

    private static (SignCode, int, int) Said(WeighedMessage weighed, Stretch stretch, Scale scale, SignCode sign)
    {
        var (first, last) = weighed.Saying(stretch, scale);
        return (sign, first, last);
    }
}
