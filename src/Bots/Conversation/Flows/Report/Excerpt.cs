using System.Globalization;
using System.Text;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The reporter's own words, shortened to be recognised, not to be read in full by whoever looks over a shoulder.</summary>
internal static class Excerpt
{
    public const int MostChars = 300;

    public static string Of(IEnumerable<string> texts)
    {
        var excerpt = new StringBuilder(MostChars + 2);
        foreach (var text in texts)
        {
            if (excerpt.Length > 0)
                excerpt.Append(' ');
            foreach (var rune in text.EnumerateRunes())
            {
                if (excerpt.Length + rune.Utf16SequenceLength > MostChars)
                    return excerpt.Append('…').ToString();
                Append(excerpt, rune);
            }
        }

        return excerpt.ToString();
    }

    /// <summary>Marks that turn the direction of a whole message, or stay unseen, are left out; a line break becomes a space.</summary>
    private static void Append(StringBuilder excerpt, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
            excerpt.Append(' ');
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            excerpt.Append(rune.ToString());
    }
}
