namespace Senim.Intake.Triage.Rules;

/// <summary>What stands around a match in its own sentence: now, long ago, not, in a game, what if. Never looks beyond the sentence.</summary>
internal sealed class Circumstances
{
    private const int Reach = 8;

    /// <summary>Children end few sentences: a word about a game speaks for what stands close by, not for all that follows.</summary>
    private const int FictionReach = 4;

    /// <summary>Of bodies less is told in games and films than of fights.</summary>
    private const int FictionReachOfBodies = 2;
    private const int KinReach = 2;
    private const int FarNot = 3;
    private readonly int _now, _calm, _past, _over, _not, _notFar, _notAfter, _notOnly, _joint, _play, _game, _because, _if, _kin, _still;

    public Circumstances(Lexicon lexicon)
    {
        _now = lexicon.Group("now");
        _calm = lexicon.Group("calmnow");
        _past = lexicon.Group("longago");
        _over = lexicon.Group("over");
        _not = lexicon.Group("not");
        _notAfter = lexicon.Group("notafter");
        _play = lexicon.Group("play");
        _game = lexicon.Group("game");
        _because = lexicon.Group("because");
        _if = lexicon.Group("if");
        _kin = lexicon.Group("kin");
        _still = lexicon.Group("still");
        _notOnly = lexicon.Group("notonly");
        _joint = lexicon.Group("joint");
        _notFar = lexicon.Group("notfar");
    }

    /// <summary>The word near the match that says "now", if one does.</summary>
    public int? FindNow(ReadMessage message, PatternMatch match)
    {
        var (from, to) = Near(message, match, Reach);
        for (var word = from; word <= to; word++)
        {
            if (message.SameSentence(word, match.First) && IsTrueNow(message, word))
                return word;
        }

        return null;
    }

    /// <summary>A sentence of at most four words that says "now" and nothing else that matters.</summary>
    public bool IsLoneNow(ReadMessage message, IReadOnlyList<int> sentence) =>
        sentence.Count is > 0 and <= 4 && sentence.Any(i => IsTrueNow(message, i));

    /// <summary>"не бьёт", "nobody ever hits", "ұрған жоқ"; not the "not" that is part of the match ("не дышит").</summary>
    public bool IsDenied(ReadMessage message, PatternMatch match)
    {
        foreach (var core in match.Core)
        {
            for (var distance = 1; distance <= FarNot && core >= distance && !message.Has(core - distance, _joint); distance++)
            {
                if (IsFree(message, match, core - distance, core)
                    && message.Has(core - distance, distance == 1 ? _not : _notFar) && !message.Has(core - distance, _notOnly))
                    return true;
            }

            if (IsFree(message, match, core + 1, core) && message.Has(core + 1, _notAfter))
                return true;
        }

        return false;
    }

    /// <summary>"not" right before some words, or "жоқ" right after them.</summary>
    public bool IsDenied(ReadMessage message, int word, int end) =>
        (word > 0 && message.SameSentence(word - 1, word) && message.Has(word - 1, _not) && !message.Has(word - 1, _notOnly))
        || (end < message.Words.Length && message.SameSentence(end, word) && message.Has(end, _notAfter));

    /// <summary>Told of a film, a game or a dream, and not as the cause of what was done.</summary>
    public bool IsPlay(ReadMessage message, SignCode sign, PatternMatch match) =>
        InSentence(message, match, _play, ReachOfFiction(sign)) && !InSentence(message, match, _because);

    public bool IsGame(ReadMessage message, SignCode sign, PatternMatch match) =>
        InSentence(message, match, _game, ReachOfFiction(sign)) && !InSentence(message, match, _because) && !InSentence(message, match, _kin, KinReach);

    private static int ReachOfFiction(SignCode sign) => sign.Danger == DangerForm.Body ? FictionReachOfBodies : FictionReach;

    public bool IsLongAgo(ReadMessage message, PatternMatch match) =>
        InSentence(message, match, _past) && !InSentence(message, match, _still);

    public bool IsOver(ReadMessage message, PatternMatch match) => InSentence(message, match, _over);

    public bool IsIf(ReadMessage message, PatternMatch match) => InSentence(message, match, _if);

    private static bool IsFree(ReadMessage message, PatternMatch match, int word, int core) =>
        word >= 0 && word < message.Words.Length && message.SameSentence(word, core) && Array.IndexOf(match.Taken, word) < 0;

    private bool IsTrueNow(ReadMessage message, int word)
    {
        if (!message.Has(word, _now))
            return false;
        for (var i = word - 2; i <= word + 3; i++)
        {
            if (i >= 0 && i < message.Words.Length && message.SameSentence(i, word) && message.Has(i, _calm))
                return false;
        }

        return true;
    }

    private static bool InSentence(ReadMessage message, PatternMatch match, int group, int reach = Reach)
    {
        if (!message.HasAnywhere(group))
            return false;
        var (from, to) = Near(message, match, reach);
        for (var i = from; i <= to; i++)
        {
            if (message.SameSentence(i, match.First) && message.Has(i, group))
                return true;
        }

        return false;
    }

    private static (int From, int To) Near(ReadMessage message, PatternMatch match, int reach) =>
        (Math.Max(0, match.First - reach), Math.Min(message.Words.Length - 1, match.Last + reach));
}
