using Senim.Intake.Triage.Weighing;

namespace Senim.Intake.Triage.Rules;

/// <summary>Finds the signs in one message. What softens a sign stands in the sign's own sentence, so more sentences never take a sign away.</summary>
/// <param name="weighed">Null to hear the entries alone, as they are when the weights are learnt beside them.</param>
internal sealed class MessageSigns(Lexicon lexicon, SignsWeighed? weighed)
{
    private const int LongestQuote = 160;
    private const int FewestWordsForDoubt = 6;

    /// <summary>A sentence of this many words that has no question mark asks only when it opens with a word that asks.</summary>
    private const int ShortestStory = 9;
    private const int WordsThatOpen = 4;
    private readonly Circumstances _circumstances = new(lexicon);
    private readonly SignsTogether _together = new(lexicon, new Circumstances(lexicon));
    private readonly MessageReader _reader = new(lexicon);
    private readonly int _filler = lexicon.Group("filler");
    private readonly int _ask = lexicon.Group("ask");

    /// <summary>A turn weighs the whole conversation anew, of which all but its own words were read before.</summary>
    private readonly Remembered<Reading> _readings = new(places: 2048, mostChars: 1_000);

    /// <param name="text">One message.</param>
    /// <param name="sentenceBase">Number of sentences in the messages before.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="nows">Takes the numbers of sentences that say "now" alone.</param>
    /// <returns>Number of sentences up to the end of this message.</returns>
    public int Find(string text, int sentenceBase, List<Finding> findings, HashSet<int> nows)
    {
        var reading = _readings.Of(text, Read);
        foreach (var finding in reading.Findings)
            findings.Add(finding with { Sentence = sentenceBase + finding.Sentence });
        foreach (var sentence in reading.Nows)
            nows.Add(sentenceBase + sentence);
        return sentenceBase + reading.Sentences;
    }

    private Reading Read(string text)
    {
        var findings = new List<Finding>();
        var nows = new List<int>();
        var message = _reader.Read(text);
        var matches = Matches(message);
        var idioms = matches.Where(m => m.Entry.IsIdiom).ToList();
        var understood = new HashSet<int>();
        var weights = weighed?.Weigh(message);
        foreach (var (entry, match) in matches.Where(m => !m.Entry.IsIdiom))
        {
            var sentence = message.Words[match.First].Sentence;
            if (!entry.Sign!.Aside)
                understood.Add(sentence);
            if (!IsIdiom(entry, match, idioms) && Weigh(message, entry.Sign!, match) is { } finding)
                findings.Add(Soften(finding, weights, match.First) with { Sentence = sentence });
        }

        foreach (var (_, match) in idioms)
            understood.Add(message.Words[match.First].Sentence);
        foreach (var sentence in Sentences(message))
        {
            var number = message.Words[sentence[0]].Sentence;
            if (_circumstances.IsLoneNow(message, sentence))
                nows.Add(number);
            foreach (var (sign, match) in _together.Find(message, sentence))
            {
                if (Weigh(message, sign, match) is not { } finding)
                    continue;
                understood.Add(number);
                findings.Add(Soften(finding, weights, match.First) with { Sentence = number });
            }

            if (weights is not null && weighed!.ReportsNothing(weights, sentence[0]))
                understood.Add(number);
            if (!understood.Contains(number) && Unclear(message, sentence) is { } unclear)
                findings.Add(unclear with { Sentence = number });
        }

        if (weights is not null && weighed!.Find(weights) is var (heavy, first, last) && findings.TrueForAll(finding => finding.Urgency < heavy.Urgency))
            findings.Add(new Finding(heavy, Quote(message, first, last), heavy.Urgency!.Value, message.Words[first].Sentence));
        return new Reading([.. findings], [.. nows], message.Words.Length == 0 ? 1 : message.Words[^1].Sentence + 1);
    }

    /// <summary>A wish to die is never weighed away, however calmly it is told.</summary>
    private Finding Soften(Finding finding, WeighedMessage? weights, int word) =>
        finding is { Urgency: Urgency.Emergency, Sign.Danger: not DangerForm.Self } && weights is not null && weighed!.IsToldCalmly(weights, word)
            ? finding with { Urgency = Urgency.Urgent }
            : finding;

    private List<(LexiconEntry Entry, PatternMatch Match)> Matches(ReadMessage message)
    {
        var matches = new List<(LexiconEntry, PatternMatch)>();
        var seen = new HashSet<LexiconEntry>(ReferenceEqualityComparer.Instance);
        Func<int, bool> isFiller = word => message.Has(word, _filler);
        for (var i = 0; i < message.Words.Length; i++)
        {
            seen.Clear();
            foreach (var (atom, _) in message.FoundAt(i))
            {
                foreach (var entry in lexicon.EntriesFrom(atom))
                {
                    if (message.MayHold(entry.Pattern) && seen.Add(entry) && PatternMatcher.MatchAt(message, entry.Pattern, i, isFiller) is { } match)
                        matches.Add((entry, match));
                }
            }
        }

        return matches;
    }

    private static bool IsIdiom(LexiconEntry entry, PatternMatch match, List<(LexiconEntry Entry, PatternMatch Match)> idioms)
    {
        foreach (var (idiom, taken) in idioms)
        {
            if ((idiom.Sign is null || idiom.Sign == entry.Sign) && taken.First <= match.Last && match.First <= taken.Last
                && Array.Exists(match.Core, word => Array.IndexOf(taken.Taken, word) >= 0))
                return true;
        }

        return false;
    }

    private Finding? Weigh(ReadMessage message, SignCode sign, PatternMatch match)
    {
        var soft = sign.SoftenedBy;
        if ((soft.HasFlag(SoftenedBy.Not) && _circumstances.IsDenied(message, match))
            || (soft.HasFlag(SoftenedBy.Play) && _circumstances.IsPlay(message, sign, match))
            || (soft.HasFlag(SoftenedBy.Game) && _circumstances.IsGame(message, sign, match)))
            return null;
        var urgency = sign.Urgency ?? Urgency.Information;
        var whatIf = soft.HasFlag(SoftenedBy.If) && _circumstances.IsIf(message, match);
        var longAgo = soft.HasFlag(SoftenedBy.Past) && _circumstances.IsLongAgo(message, match);
        var over = soft.HasFlag(SoftenedBy.Over) && _circumstances.IsOver(message, match);
        var mayBeNow = sign.UrgencyNow > urgency && !whatIf && !longAgo && !over;
        var (first, last) = (match.First, match.Last);
        if (mayBeNow && _circumstances.FindNow(message, match) is { } now)
        {
            urgency = sign.UrgencyNow!.Value;
            (first, last) = (Math.Min(first, now), Math.Max(last, now));
        }
        else if (urgency == Urgency.Emergency && (whatIf || longAgo || over))
            urgency = Urgency.Urgent;
        else if (urgency == Urgency.Urgent && over)
            urgency = Urgency.Standard;
        return new Finding(sign, Quote(message, first, last), urgency, 0) { MayBeNow = mayBeNow };
    }

    private Finding? Unclear(ReadMessage message, List<int> sentence)
    {
        var first = sentence[0];
        var asks = message.AskingSentences.Contains(message.Words[first].Sentence)
            || sentence.Take(sentence.Count < ShortestStory ? sentence.Count : WordsThatOpen).Any(i => message.Has(i, _ask));
        if (asks)
            return new Finding(SignCodes.All["asks"], Quote(message, first, sentence[^1]), Urgency.Information, 0);
        return sentence.Count(i => message.Words[i].Letters.Length > 1) >= FewestWordsForDoubt
            ? new Finding(SignCodes.All["not_understood"], Quote(message, first, sentence[^1]), Urgency.Standard, 0)
            : null;
    }

    private static List<List<int>> Sentences(ReadMessage message)
    {
        var sentences = new List<List<int>>();
        for (var i = 0; i < message.Words.Length; i++)
        {
            if (i == 0 || !message.SameSentence(i, i - 1))
                sentences.Add([]);
            sentences[^1].Add(i);
        }

        return sentences;
    }

    private static string Quote(ReadMessage message, int first, int last)
    {
        var start = message.Words[first].Start;
        var end = Math.Min(message.Words[last].End, start + LongestQuote);
        if (end > start && end < message.Text.Length && char.IsLowSurrogate(message.Text[end]))
            end--;
        return message.Text[start..end];
    }
}
