namespace Senim.Intake.Places.Matching;

/// <summary>What a word tells about who is where.</summary>
[Flags]
internal enum PresenceSense
{
    None = 0,

    /// <summary>The writer stays: "живу", "оқимын".</summary>
    Stays = 1,

    /// <summary>Somebody came or was brought to stay: "переехали", "көштік".</summary>
    Moves = 1 << 1,

    /// <summary>The writer as the one who does: "я", "біз".</summary>
    Self = 1 << 2,

    /// <summary>The writer otherwise: "меня", "бізде".</summary>
    Me = 1 << 3,

    /// <summary>A relative, a friend, "he".</summary>
    Other = 1 << 4,

    /// <summary>Somebody who is only an other when they come from the place: "парень", "ұстаз".</summary>
    Someone = 1 << 5,

    /// <summary>Somebody else stays: "служит", "тұрады".</summary>
    Dwells = 1 << 6,

    /// <summary>A journey, or one that is planned: "едем", "апарады".</summary>
    Travels = 1 << 7,

    /// <summary>What takes people elsewhere: "похороны", "вахтада"; or descent: "родом".</summary>
    Event = 1 << 8,

    /// <summary>It was so once: "раньше", "тұрғанбыз".</summary>
    Past = 1 << 9,
    Now = 1 << 10,
    From = 1 << 11,
    To = 1 << 12,

    /// <summary>Begins a new clause.</summary>
    Joins = 1 << 13,

    /// <summary>Begins one only when a verb follows.</summary>
    And = 1 << 14,

    /// <summary>A Kazakh verb, which ends its clause.</summary>
    EndsClause = 1 << 15,

    /// <summary>Where things happen to children: "my brother at school in Semey" is no visit.</summary>
    Scene = 1 << 16,
}

/// <summary>The words of <c>Data/presence.tsv</c>, by the sound of <see cref="PlaceKey"/>.</summary>
internal sealed class PresenceWords
{
    private const PresenceSense Verbs = PresenceSense.Stays | PresenceSense.Moves | PresenceSense.Dwells | PresenceSense.Travels | PresenceSense.Past;

    // Kazakh words for relatives and friends, which take possessive and case endings: "нағашыларыма".
    private readonly HashSet<string> kin = new(StringComparer.Ordinal);

    // Kazakh verbs for leaving and for coming, in any tense.
    private readonly HashSet<string> goes = new(StringComparer.Ordinal);
    private readonly HashSet<string> comes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PresenceSense> senses = new(StringComparer.Ordinal);

    public PresenceWords(IEnumerable<(string Sense, string Language, IReadOnlyList<string> Words)> rows)
    {
        var stems = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["kin"] = kin, ["go"] = goes, ["come"] = comes };
        foreach (var (name, language, words) in rows)
        {
            if (stems.TryGetValue(name, out var set))
            {
                set.UnionWith(words.Select(word => PlaceKey.Of(word)));
                continue;
            }

            var sense = name == "neutral" ? PresenceSense.None : Enum.Parse<PresenceSense>(name, ignoreCase: true);
            if (language == "kk" && (sense & Verbs) != 0)
                sense |= PresenceSense.EndsClause;
            foreach (var word in words)
            {
                var key = PlaceKey.Of(word);
                senses[key] = senses.GetValueOrDefault(key) | sense;
            }
        }
    }

    public PresenceSense Of(string key)
    {
        if (senses.TryGetValue(key, out var sense))
            return sense;
        sense = IsFirstPerson(key) ? PresenceSense.Self | PresenceSense.EndsClause : PresenceSense.None;
        if (KazakhEndings.LeaveOneOf(goes, key))
            sense |= PresenceSense.Travels | PresenceSense.EndsClause;
        else if (KazakhEndings.LeaveOneOf(comes, key))
            sense |= PresenceSense.Moves | PresenceSense.EndsClause;
        else if (sense == PresenceSense.None && KazakhEndings.LeaveOneOf(kin, key))
            sense = PresenceSense.Other;
        return sense;
    }

    /// <summary>A Kazakh word with the ending of "I" or "we": "қорқамын", "барамыз". "Our" (-ымыз) is none.</summary>
    private static bool IsFirstPerson(string key) =>
        key.Length >= 6
        && (key.EndsWith("min", StringComparison.Ordinal) || key.EndsWith("miz", StringComparison.Ordinal)
            || key.EndsWith("biz", StringComparison.Ordinal) || key.EndsWith("pin", StringComparison.Ordinal))
        && key[^4] is not 'i';
}
