using System.Globalization;
using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Triage.Rules;

/// <summary>From a text to a <see cref="ReadMessage"/>: words, what they are instances of, numbers, and the phrases of groups.</summary>
internal sealed class MessageReader(Lexicon lexicon)
{
    private readonly WordSplitter _splitter = new(lexicon.Vocabulary);

    /// <summary>Most words of a message are words of many others.</summary>
    private readonly Remembered<int[]> _known = new(places: 4096, mostChars: 48);

    private readonly (int Below, int Group)[] _numbers =
        [(6, lexicon.Group("num0_5")), (10, lexicon.Group("num6_9")), (18, lexicon.Group("num10_17"))];

    public ReadMessage Read(string text)
    {
        var (raw, asking) = WordReader.Read(text);
        Word[] words = [.. raw.SelectMany(word => word.Joined || Find(word.Letters).Length == 0 ? _splitter.Split(word) : [word])];
        var message = new ReadMessage(text, words, asking);
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var atom in Find(words[i].Letters))
                message.Mark(i, atom, i + 1);
            MarkNumber(message, i);
        }

        MarkPhrases(message);
        return message;
    }

    private int[] Find(string letters) => _known.Of(letters, lexicon.Vocabulary.Find);

    private void MarkNumber(ReadMessage message, int word)
    {
        if (!int.TryParse(message.Words[word].Letters, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return;
        foreach (var (below, group) in _numbers)
        {
            if (number >= below)
                continue;
            message.Mark(word, group, word + 1);
            return;
        }
    }

    private void MarkPhrases(ReadMessage message)
    {
        for (var i = 0; i < message.Words.Length; i++)
        {
            foreach (var (atom, _) in message.FoundAt(i).ToArray())
            {
                foreach (var (phrase, group) in lexicon.PhrasesFrom(atom))
                {
                    if (message.MayHold(phrase) && PatternMatcher.MatchAt(message, phrase, i, _ => false) is { } match)
                        message.Mark(i, group, match.Last + 1);
                }
            }
        }
    }
}
