using Senim.Bots.Conversation.Flows.Report.Facts;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Takes answers out of words that were said about something else, so that what is known already is not asked.</summary>
internal sealed class FactReader(PlaceReader places)
{
    private static readonly string[] Corrections = ["нет.", "не.", "ошиб", "исправ", "точнее", "вернее", "жоқ", "қате", "дұрысы", "no.", "sorry", "wrong", "actually", "correction", "not."];

    /// <summary>The same, together with a place named in passing.</summary>
    public WordsFound Notice(ReportTurn turn, string text, bool isEdited = false)
    {
        var found = Take(turn, Said.Read(text), isEdited);
        var wasKnown = turn.Draft.PlaceCode is not null || turn.Draft.PlaceOffers.Count > 0;
        var namesPlace = places.Notice(turn, text, found.Corrects && wasKnown);
        return found with { NamesPlace = namesPlace, Corrects = found.Corrects && wasKnown };
    }

    /// <summary>An answer in words to the question that stands open.</summary>
    /// <returns>Whether the words gave one.</returns>
    public static bool Answer(ReportTurn turn, string text)
    {
        if (ReportQuestions.At(turn.Present) is not { } question || AnswerWords.Of(question.Code, Said.Read(text)) is not { } codes)
            return false;
        var chosen = question.TakesSeveral ? turn.Draft.Chosen(question.Code).Where(code => code != question.Alone).Union(codes) : codes;
        turn.Draft = turn.Draft.WithAnswer(question.Code, [.. chosen]).Settle(question.Code);
        return true;
    }

    /// <summary>Answers to other questions than the one that stands open; what they say about the place is left alone.</summary>
    public static WordsFound Take(ReportTurn turn, Said said, bool isEdited)
    {
        var corrects = isEdited || Said.Is(said.At(0), Corrections);
        var questions = new List<string>();
        foreach (var (question, codes) in FactWords.Find(said))
        {
            questions.Add(question);
            if (isEdited && turn.Draft.Chosen(question).Count > 0)
                Replace(turn, question, codes);
            else
                Add(turn, question, codes, corrects || question == Age);
        }

        // "это не отчим, а дядя"
        var known = turn.Draft.Chosen(Offender);
        if (known.Intersect(AnswerWords.Offenders(said, areDenied: true)).ToList() is { Count: > 0 } denied)
        {
            questions.Add(Offender);
            Replace(turn, Offender, [.. known.Except(denied).Union(AnswerWords.Offenders(said))]);
        }

        return new WordsFound(questions, NamesPlace: false, corrects);
    }

    /// <summary>What is known stays, unless the words put it right.</summary>
    private static void Add(ReportTurn turn, string question, IReadOnlyList<string> codes, bool corrects)
    {
        var known = turn.Draft.Chosen(question);
        var takesSeveral = ReportQuestions.Find(question)!.TakesSeveral;
        if (takesSeveral)
            codes = [.. known.Where(code => code != ReportQuestions.Find(question)!.Alone).Union(codes)];
        if (known.SequenceEqual(codes))
            return;
        if (known.Count > 0 && !takesSeveral && !corrects)
            return;
        if (known.Count > 0)
        {
            Replace(turn, question, codes);
            return;
        }

        // Who must not see it is shown once more: there may be others.
        turn.Draft = turn.Draft.WithAnswer(question, codes);
        if (question != Recuse)
            turn.Draft = turn.Draft.Settle(question);
    }

    private static void Replace(ReportTurn turn, string question, IReadOnlyList<string> codes)
    {
        if (turn.Draft.Chosen(question).SequenceEqual(codes))
            return;
        turn.Draft = turn.Draft.WithAnswer(question, codes);
        turn.Note("note.changed");
    }
}

/// <param name="Questions">Those to which the words gave an answer.</param>
/// <param name="NamesPlace">They name a place that was not known before.</param>
/// <param name="Corrects">They put right what was said before.</param>
internal readonly record struct WordsFound(IReadOnlyList<string> Questions, bool NamesPlace, bool Corrects)
{
    public int Answers => Questions.Count;
}
