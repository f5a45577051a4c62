namespace Senim.Intake.Triage.Rules;

/// <summary>What can take the edge off words, besides an idiom.</summary>
[Flags]
internal enum SoftenedBy
{
    Nothing = 0,

    /// <summary>"nobody hits me": nothing is reported.</summary>
    Not = 1,

    /// <summary>"in the film", "in my dream": nothing is reported.</summary>
    Play = 2,

    /// <summary>A game, a song, a book or homework is spoken of, and no relative: nothing is reported.</summary>
    Game = 4,

    /// <summary>Long ago: an Emergency becomes Urgent.</summary>
    Past = 8,

    /// <summary>Over for good: an Emergency becomes Urgent, Urgent becomes Standard.</summary>
    Over = 16,

    /// <summary>"what if": an Emergency becomes Urgent, and "now" says nothing.</summary>
    If = 32,
}

/// <summary>A sign: what words, an answer or an attachment can be taken for, and what follows from it. One row of <c>codes.tsv</c>.</summary>
/// <param name="Code">Lasting name, stored with the reason.</param>
/// <param name="Urgency">What it calls for by itself; null where it only raises <see cref="Triage.Urgency.Standard"/> harm to Urgent.</param>
/// <param name="UrgencyNow">What it calls for when it is going on now or within hours.</param>
/// <param name="Danger">Which help an Emergency shows.</param>
/// <param name="Categories">What the signal is then about; may be empty.</param>
/// <param name="SoftenedBy">What takes the edge off it.</param>
/// <param name="WordsOnly">Words without violence: the modifiers do not raise it.</param>
/// <param name="Aside">Said beside the matter, such as a greeting: the rest of the sentence is still to be understood.</param>
internal sealed record SignCode(
    string Code,
    Urgency? Urgency,
    Urgency? UrgencyNow,
    DangerForm? Danger,
    IReadOnlyList<Category> Categories,
    SoftenedBy SoftenedBy,
    bool WordsOnly,
    bool Aside,
    IReadOnlyDictionary<string, string> Texts);
