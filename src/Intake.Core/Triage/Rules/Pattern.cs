namespace Senim.Intake.Triage.Rules;

/// <summary>One place in a pattern: any of these words.</summary>
/// <param name="Atoms">What may stand here.</param>
/// <param name="Names">Says only who; what is said about them stands elsewhere in the pattern.</param>
/// <param name="MaxGap">Most words between the item before and this one.</param>
internal sealed record PatternItem(int[] Atoms, bool Names, int MaxGap);

/// <summary>
/// What a lexicon entry looks for. Items in a row ("a b": at most two words between) make a term; terms joined by " + " may come in any order within one sentence and a few words; "^...$" is a whole message with nothing but filler words around it.
/// </summary>
internal sealed record Pattern(PatternItem[][] Terms, int Anchor, bool WholeMessage)
{
    /// <summary>What must stand somewhere besides the item by which the pattern is looked up: any word of each row, the rarest row first.</summary>
    public int[][] Needs { get; } =
        [.. Terms.SelectMany(term => term).Where(item => !ReferenceEquals(item, Terms[Anchor][0])).Select(item => item.Atoms).OrderBy(atoms => atoms.Length)];
}
