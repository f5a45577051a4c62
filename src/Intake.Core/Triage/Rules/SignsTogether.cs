namespace Senim.Intake.Triage.Rules;

/// <summary>
/// The net under the entries: clues that prove nothing alone are added up within a few words of one sentence, so that wording nobody thought of is
/// still seen when enough of it speaks of one danger. Only ever raises; calm clues count against this sum alone.
/// </summary>
internal sealed class SignsTogether(Lexicon lexicon, Circumstances circumstances)
{
    private const int Window = 16;
    private const int Enough = 4;
    private const int Grave = 2;
    private static readonly (ClueSide Side, SignCode Sign)[] Sides =
    [
        (ClueSide.Self, SignCodes.All["signs_of_despair"]),
        (ClueSide.Attack, SignCodes.All["signs_of_attack"]),
        (ClueSide.Body, SignCodes.All["signs_of_body"]),
    ];

    /// <summary>The signs that the clues of one sentence make together, with the words they were found in.</summary>
    public IEnumerable<(SignCode Sign, PatternMatch Match)> Find(ReadMessage message, List<int> sentence)
    {
        var hits = Hits(message, sentence);
        if (hits.Count < 2)
            yield break;
        foreach (var (side, sign) in Sides)
        {
            if (Heaviest(hits, side) is { } match)
                yield return (sign, match);
        }
    }

    private List<(int Word, int End, Clue Clue)> Hits(ReadMessage message, List<int> sentence)
    {
        var hits = new List<(int Word, int End, Clue Clue)>();
        foreach (var word in sentence)
        {
            foreach (var (atom, end) in message.FoundAt(word))
            {
                if (lexicon.ClueOf(atom) is { } clue && (clue.Side == ClueSide.Calm || !circumstances.IsDenied(message, word, end)))
                    hits.Add((word, end, clue));
            }
        }

        return hits;
    }

    private static PatternMatch? Heaviest(List<(int Word, int End, Clue Clue)> hits, ClueSide side)
    {
        var seen = new List<Clue>();
        for (var first = 0; first < hits.Count; first++)
        {
            if (hits[first].Clue.Side != side && hits[first].Clue.Side != ClueSide.Any)
                continue;
            seen.Clear();
            int sum = 0, gravest = 0;
            var last = first;
            for (var i = first; i < hits.Count && hits[i].Word < hits[first].Word + Window; i++)
            {
                var clue = hits[i].Clue;
                if ((clue.Side != side && clue.Side != ClueSide.Any) || seen.Exists(other => other.Name == clue.Name))
                    continue;
                seen.Add(clue);
                sum += clue.Weight;
                if (clue.Side == side)
                    gravest = Math.Max(gravest, clue.Weight);
                last = i;
            }

            sum -= Calm(hits, hits[first].Word - Window / 2, hits[first].Word + Window);
            if (sum >= Enough && gravest >= Grave && seen.Count >= 2)
                return Match(hits, first, last);
        }

        return null;
    }

    private static int Calm(List<(int Word, int End, Clue Clue)> hits, int from, int to)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sum = 0;
        foreach (var (word, _, clue) in hits)
        {
            if (clue.Side == ClueSide.Calm && word >= from && word < to && names.Add(clue.Name))
                sum += clue.Weight;
        }

        return sum;
    }

    /// <summary>No core: whether a clue is denied was asked of each by itself.</summary>
    private static PatternMatch Match(List<(int Word, int End, Clue Clue)> hits, int first, int last) =>
        new([hits[first].Word, hits[last].End - 1], []);
}
