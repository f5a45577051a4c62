namespace Senim.Intake.Triage.Reading;

/// <summary>Finds words that were typed without spaces between them ("менябьют") or with a space after each letter.</summary>
internal sealed class WordSplitter(Vocabulary vocabulary)
{
    private const int FewestGlued = 8;
    private const int ShortestPiece = 3;

    /// <summary>The words in place of <paramref name="word"/>; itself alone where it holds no others.</summary>
    public IEnumerable<Word> Split(Word word)
    {
        if (word.Joined)
            return SplitJoined(word);
        return word.Letters.Length >= FewestGlued && word.Letters.Length == word.End - word.Start ? SplitGlued(word) : [word];
    }

    private List<Word> SplitJoined(Word word)
    {
        var words = new List<Word>();
        for (var at = 0; at < word.Letters.Length;)
        {
            var ends = vocabulary.EndsFrom(word.Letters, at);
            var end = ends.Count == 0 ? at + 1 : ends.Max();
            words.Add(Piece(word, at, end));
            at = end;
        }

        return words;
    }

    private List<Word> SplitGlued(Word word)
    {
        var length = word.Letters.Length;
        var cameFrom = new int[length + 1];
        Array.Fill(cameFrom, -1);
        cameFrom[0] = 0;
        for (var at = 0; at <= length - ShortestPiece; at++)
        {
            if (cameFrom[at] < 0)
                continue;
            foreach (var end in vocabulary.EndsFrom(word.Letters, at))
            {
                if (end - at >= ShortestPiece && cameFrom[end] < 0)
                    cameFrom[end] = at;
            }
        }

        if (cameFrom[length] <= 0)
            return [word];
        var pieces = new List<Word>();
        for (var end = length; end > 0; end = cameFrom[end])
            pieces.Insert(0, Piece(word, cameFrom[end], end));
        return pieces;
    }

    private static Word Piece(Word word, int from, int to) => word.LetterStarts is { } starts
        ? new Word(word.Letters[from..to], starts[from], to < starts.Length - 1 ? starts[to - 1] + 1 : word.End, word.Sentence)
        : new Word(word.Letters[from..to], word.Start + from, word.Start + to, word.Sentence);
}
