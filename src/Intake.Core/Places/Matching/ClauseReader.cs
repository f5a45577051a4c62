namespace Senim.Intake.Places.Matching;

/// <summary>
/// Reads a text clause by clause for who is where. Children leave commas out, so a clause also ends at a conjunction, before "now" and
/// "before", after a Kazakh verb, and where a second verb or a new "I" follows a verb and a name.
/// </summary>
internal sealed class ClauseReader
{
    private const PresenceSense Verb = PresenceSense.Stays | PresenceSense.Moves | PresenceSense.Dwells | PresenceSense.Travels;
    private const PresenceSense Time = PresenceSense.Past | PresenceSense.Now;
    private const PresenceSense Predicate = Verb | Time | PresenceSense.Self | PresenceSense.Me;

    // So many words of which nothing is known hold a verb.
    private const int ManyWords = 3;

    private static readonly string[] FirstPersonEndings = ["min", "miz", "biz", "piz", "pin"];
    private static readonly string[] WhereEndings = ["da", "de", "ta", "te", "dan", "den", "tan", "ten", "nan", "nen", "lik"];
    private static readonly string[] FromEndings = ["dan", "den", "tan", "ten", "nan", "nen"];
    private static readonly string[] ToEndings = ["ga", "ge", "ka", "ke", "na", "ne"];

    private readonly List<PlaceWord> words;
    private readonly PresenceSense[] senses;
    private readonly int[] clauses;
    private readonly List<PresenceSense> totals = [];

    public ClauseReader(List<PlaceWord> words, PresenceWords lexicon)
    {
        this.words = words;
        senses = [.. words.Select(word => word.IsNumber ? PresenceSense.None : lexicon.Of(word.Key))];
        for (var at = 1; at < words.Count; at++)
        {
            // "Анам мен әкем": the same word is "with" there.
            if (senses[at].HasFlag(PresenceSense.Self) && words[at].Key == "men" && senses[at - 1].HasFlag(PresenceSense.Other) && !words[at - 1].Ends)
                senses[at] = PresenceSense.None;
        }

        for (var at = 0; at < words.Count; at++)
        {
            // As sounds "my" is "мы".
            if (string.Equals(words[at].Typed, "my", StringComparison.OrdinalIgnoreCase))
                senses[at] = PresenceSense.None;
        }

        clauses = new int[words.Count];
        Split();
    }

    /// <summary>Whether somebody stays in or goes to a place in the clause of this word, which makes a word in it likelier one.</summary>
    public bool SpeaksOfPlaces(int at) => (Total(at) & (Verb | PresenceSense.Past | PresenceSense.Event)) != 0;

    /// <summary>Whether this word is of somebody or of what they do.</summary>
    public bool SpeaksOfPeople(int at) => (senses[at] & (Predicate | PresenceSense.Other | PresenceSense.Someone | PresenceSense.Event)) != 0;

    /// <summary>"Таразданмын": the word says by its ending that the writer is there or from there.</summary>
    public bool IsFirstPerson(int at) => IsFirstPerson(words[at].Key);

    /// <summary>Whether the clause says anything besides the place, beyond "school" and "street": who knows then what about it.</summary>
    public bool SaysMore(int start, int last)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (clauses[i] == clauses[start] && (i < start || i > last)
                && words[i] is { Role: WordRole.Unknown or WordRole.Common or WordRole.Foreign, IsNumber: false })
                return true;
        }

        return false;
    }

    /// <param name="start">The first word of the name.</param>
    /// <param name="last">The last word of the name or of the word for its kind behind it, which bears the ending.</param>
    public Presence Of(int start, int last)
    {
        var key = words[last].Key;
        var total = Total(start);
        if (IsFirstPerson(key))
            return total.HasFlag(PresenceSense.Past) ? Presence.Before : Presence.Lives;
        var heading = HeadingOf(start, last);
        var isOwn = (total & (PresenceSense.Self | PresenceSense.Me)) != 0;

        // "Мне пишет парень из Алматы": he is from there, not the writer.
        if (heading == Heading.From && !total.HasFlag(PresenceSense.Self) && (total & (PresenceSense.Other | PresenceSense.Someone)) != 0)
            isOwn = false;
        var isOther = total.HasFlag(PresenceSense.Other) || (total.HasFlag(PresenceSense.Someone) && heading == Heading.From);
        if (total.HasFlag(PresenceSense.Past) && !total.HasFlag(PresenceSense.Now))
            return total.HasFlag(PresenceSense.Moves) && heading == Heading.To ? Presence.Here : Presence.Before;
        if (total.HasFlag(PresenceSense.Moves))
            return heading == Heading.From ? Presence.Before : isOther && !isOwn ? Presence.Passing : Presence.Lives;
        if (total.HasFlag(PresenceSense.Stays))
            return Presence.Lives;
        if ((total & (PresenceSense.Travels | PresenceSense.Event | PresenceSense.Dwells)) != 0)
            return Presence.Passing;
        if (isOther && !isOwn)
            return total.HasFlag(PresenceSense.Scene) && heading != Heading.From ? Presence.Here : Presence.Passing;
        if (total.HasFlag(PresenceSense.Now))
            return Presence.Lives;
        return isOwn ? Presence.Here : Presence.Open;
    }

    /// <summary>Which way the words before the name or its ending lead.</summary>
    public Heading HeadingOf(int start, int last)
    {
        var key = words[last].Key;
        for (var i = start - 1; i >= 0 && i >= start - 3 && !words[i].Ends; i--)
        {
            if (senses[i].HasFlag(PresenceSense.From))
                return Heading.From;
            if (senses[i].HasFlag(PresenceSense.To))
                return Heading.To;
            if (words[i].Role is not (WordRole.Cue or WordRole.Modifier or WordRole.Named or WordRole.Preposition))
                break;
        }

        return Has(key, FromEndings) ? Heading.From : Has(key, ToEndings) ? Heading.To : Heading.Unsaid;
    }

    private static bool IsFirstPerson(string key) => Array.Exists(FirstPersonEndings, ending =>
        key.EndsWith(ending, StringComparison.Ordinal)
        && Array.Exists(WhereEndings, where => key.AsSpan(0, key.Length - ending.Length).EndsWith(where, StringComparison.Ordinal)));

    private static bool Has(string key, string[] endings) =>
        key.Length > 5 && Array.Exists(endings, ending => key.EndsWith(ending, StringComparison.Ordinal));

    private PresenceSense Total(int at) => totals[clauses[at]];

    private void Split()
    {
        var hasVerb = false;
        var hasName = false;
        var unknown = 0;
        for (var at = 0; at < words.Count; at++)
        {
            // A Kazakh verb stands last in its own clause.
            var hasPredicate = hasVerb || (unknown >= ManyWords && !senses[at].HasFlag(PresenceSense.EndsClause));
            if (at == 0 || Begins(at, hasPredicate, hasName))
            {
                totals.Add(PresenceSense.None);
                hasVerb = hasName = false;
                unknown = 0;
                if (at > 0 && IsTail(at))
                    totals[^1] = totals[^2];
            }

            clauses[at] = totals.Count - 1;
            totals[^1] |= senses[at];
            hasVerb |= (senses[at] & Verb) != 0;
            unknown += words[at].Role is WordRole.Unknown or WordRole.Common && senses[at] == PresenceSense.None ? 1 : 0;
            hasName |= words[at].Role == WordRole.Unknown && senses[at] == PresenceSense.None;
        }
    }

    private bool Begins(int at, bool hasVerb, bool hasName)
    {
        var sense = senses[at];
        if (words[at - 1].Ends || sense.HasFlag(PresenceSense.Joins))
            return true;
        if (sense.HasFlag(PresenceSense.And))
            return HasPredicateAhead(at + 1);

        // "Жили в Астане раньше": the last word of a clause belongs to it.
        if ((sense & Time) != 0 && (sense & Verb) == 0 && hasName && at + 1 < words.Count && !words[at].Ends && (senses[at + 1] & (Time | PresenceSense.Joins)) == 0)
            return true;
        if (senses[at - 1].HasFlag(PresenceSense.EndsClause) && (sense & (Verb | Time)) == 0)
            return true;
        return hasVerb && hasName && (sense & (Verb | PresenceSense.Self)) != 0 && (senses[at - 1] & Verb) == 0;
    }

    /// <summary>"…, в село Баршатас": no clause of its own.</summary>
    private bool IsTail(int at)
    {
        if (words[at].Role != WordRole.Preposition)
            return false;
        for (var i = at; i < words.Count; i++)
        {
            if ((senses[i] & ~(PresenceSense.From | PresenceSense.To)) != 0)
                return false;
            if (words[i].Ends)
                break;
        }

        return true;
    }

    private bool HasPredicateAhead(int from)
    {
        for (var i = from; i < words.Count && (i == from || !words[i - 1].Ends) && !senses[i].HasFlag(PresenceSense.Joins); i++)
        {
            if ((senses[i] & Predicate) != 0)
                return true;
        }

        return false;
    }
}
