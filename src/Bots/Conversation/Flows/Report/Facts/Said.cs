using System.Text;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>The words of one message in lower case ("ё" as "е"), with the ends of its sentences and clauses.</summary>
internal sealed class Said
{
    /// <summary>What stands further back is a story, not an answer.</summary>
    private const int MostChars = 2000;

    private const char ZeroWidthJoiner = '\u200d';

    private readonly List<string> _words = [];
    private readonly List<int> _sentences = [];
    private readonly List<bool> _ends = [];

    private Said(bool asks) => Asks = asks;

    public int Count => _words.Count;

    /// <summary>It holds a question mark.</summary>
    public bool Asks { get; }

    public IReadOnlyList<string> Words => _words;

    public static Said Read(string text)
    {
        var shown = text.Length > MostChars ? text[..MostChars] : text;
        var said = new Said(shown.Contains('?', StringComparison.Ordinal));
        var word = new StringBuilder();
        var sentence = 0;
        foreach (var sign in shown)
        {
            if (char.IsLetterOrDigit(sign))
            {
                word.Append(sign is 'ё' or 'Ё' ? 'е' : char.ToLowerInvariant(sign));
                continue;
            }

            if (sign is '\'' or '’' or ZeroWidthJoiner)
                continue;
            said.Close(word, sentence);
            if (sign is '.' or '!' or '?' or ';' or '\n')
                sentence++;
            if (sign is '.' or '!' or '?' or ';' or '\n' or ',' or ':' or '(' or ')' && said.Count > 0)
                said._ends[^1] = true;
        }

        said.Close(word, sentence);
        if (said.Count > 0)
            said._ends[^1] = true;
        return said;
    }

    /// <summary>The word at this place; empty beyond the ends.</summary>
    public string At(int index) => index >= 0 && index < _words.Count ? _words[index] : "";

    public bool SameSentence(int one, int other) =>
        one >= 0 && other >= 0 && one < Count && other < Count && _sentences[one] == _sentences[other];

    /// <summary>A sign follows the word, or nothing does.</summary>
    public bool EndsClause(int index) => index >= Count || _ends[index];

    /// <summary>Whether a word begins with one of the stems; a stem that ends in a full stop is the whole word.</summary>
    public static bool Is(string word, IReadOnlyList<string> stems)
    {
        foreach (var stem in stems)
        {
            if (stem[^1] == '.' ? stem.AsSpan(0, stem.Length - 1).SequenceEqual(word) : word.StartsWith(stem, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public bool Has(IReadOnlyList<string> stems) => _words.Exists(word => Is(word, stems));

    /// <summary>"не отчим", "not him", "әкем емес".</summary>
    public bool IsDenied(int index) => Is(At(index - 1), NegationsBefore) || At(index + 1) == "емес";

    private static readonly string[] NegationsBefore = ["не.", "ни.", "not.", "never.", "dont."];

    private void Close(StringBuilder word, int sentence)
    {
        if (word.Length == 0)
            return;
        _words.Add(word.ToString());
        _sentences.Add(sentence);
        _ends.Add(false);
        word.Clear();
    }
}
