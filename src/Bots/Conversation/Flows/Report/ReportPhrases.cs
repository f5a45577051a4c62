using System.Collections.Frozen;
using System.Text;
using Senim.Intake;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// Whole messages that stand for a button: the labels as they are printed, in any of the languages, and the short words that people
/// type instead of them. Only the whole message counts; inside a sentence the same words are part of the story.
/// </summary>
internal static class ReportPhrases
{
    /// <summary>Longer messages are never a phrase.</summary>
    public const int MostChars = 60;

    private static readonly (string Question, string Value, string[] Words)[] Short =
    [
        (Danger, Danger, ["sos", "сос", "danger", "in danger", "i am in danger", "im in danger", "i'm in danger", "опасность", "опасность сейчас", "опасно", "я в опасности", "мне грозит опасность", "қауіп", "қауіпті", "маған қауіп төніп тұр", "қауіп төніп тұр", "кауип", "кауіп", "кауыпты"]),
        (Go, Help, ["help", "help me", "помощь", "помогите", "помоги", "көмек", "көмектес", "көмектесіңдер", "көмектесіңіз", "комек", "?"]),
        (Go, Forget, ["delete my number", "удалить мой номер", "удалите мой номер", "удалите мой контакт", "нөмірімді өшір", "нөмірімді өшіріңіз", "контактімді өшір"]),
        (Go, Leave, ["cancel", "leave", "отмена", "выйти", "болдырмау", "шығу"]),
        (Go, ReportCodes.LanguageQuestion, ["language", "язык", "тіл"]),
        (ReportCodes.Review, Send, ["send", "отправить", "жіберу", "жібер"]),
        (Yes, Yes, ["yes", "yep", "y", "да", "ага", "иә", "ия", "иа"]),
        (No, No, ["no", "nope", "n", "нет", "не", "жоқ", "жок"]),
        (Unsure, Unsure, ["not sure", "dont know", "don't know", "i don't know", "не знаю", "хз", "білмеймін", "билмейм", "білмейм"]),
        (ReportCodes.Done, ReportCodes.Done, ["done", "готово", "всё", "все", "дайын", "болды"]),
    ];

    private static readonly FrozenDictionary<string, (string Question, string Value)[]> Known = Build();

    /// <summary>The answer that the whole message stands for at this question; null when it is free text.</summary>
    public static (string Question, string Value)? Read(string text, ReportState present)
    {
        if (text.Length > MostChars || !Known.TryGetValue(Normalise(text), out var meanings))
            return null;
        foreach (var meaning in meanings)
        {
            if (At(meaning, present) is { } answer)
                return answer;
        }

        return null;
    }

    /// <summary>Kazakh by its own letters, Russian by other Cyrillic, else null.</summary>
    public static Language? Guess(string text)
    {
        var isCyrillic = false;
        foreach (var letter in text)
        {
            if ("әғқңөұүһіӘҒҚҢӨҰҮҺІ".Contains(letter))
                return Language.Kk;
            isCyrillic |= letter is >= 'А' and <= 'я' or 'ё' or 'Ё';
        }

        return isCyrillic ? Language.Ru : null;
    }

    private static (string Question, string Value)? At((string Question, string Value) meaning, ReportState present)
    {
        var question = Question(present);
        return meaning switch
        {
            (Danger or Go or ReportCodes.LanguageQuestion, _) => meaning,
            (ReportCodes.Skip or ReportCodes.Back, _) => (question, meaning.Question),
            (ReportCodes.Done, _) => present == ReportState.AskStory || ReportQuestions.At(present) is { TakesSeveral: true } ? (question, ReportCodes.Done) : null,
            (Yes, _) => present switch
            {
                ReportState.AskSafe => (Safe, IsSafe),
                ReportState.AskOngoing => (Ongoing, OngoingYes),
                ReportState.AskContact => (Contact, ContactAny),
                ReportState.ConfirmPlace => (Confirm, Yes),
                ReportState.WelcomeBack => (Welcome, GoOn),
                ReportState.Review => (ReportCodes.Review, Send),
                _ => null,
            },
            (No, _) => present switch
            {
                ReportState.AskSafe => (Safe, NotSafe),
                ReportState.AskOngoing => (Ongoing, OngoingNo),
                ReportState.AskRecuse => (Recuse, NoNone),
                ReportState.AskContact => (Contact, ContactNo),
                ReportState.ConfirmPlace => (Confirm, No),
                _ => null,
            },
            (Unsure, _) => present switch
            {
                ReportState.AskSafe => (Safe, Unsure),
                ReportState.ChooseUnit => (Unit, Whole),
                ReportState.AskOngoing => (Ongoing, OngoingUnsure),
                ReportState.AskAge => (Age, AgeUnknown),
                ReportState.AskOffender => (Offender, ByUnknown),
                ReportState.AskForWhom or ReportState.AskWhat or ReportState.AskWhen or ReportState.AskPlace or ReportState.AskRecuse or ReportState.AskContact =>
                    (question, ReportCodes.Skip),
                _ => null,
            },
            (PlaceQuestion, List) => IsAboutPlace(present) ? meaning : null,
            (ReportCodes.Review, _) => present is ReportState.Review or ReportState.ChooseEdit ? meaning : null,
            (Again, New) => present is ReportState.StartAgain or ReportState.WelcomeBack ? meaning : null,
            _ => meaning.Question == question ? meaning : null,
        };
    }

    private static FrozenDictionary<string, (string Question, string Value)[]> Build()
    {
        var phrases = new List<(string Phrase, string Question, string Value)>();
        foreach (var (question, value, words) in Short)
            phrases.AddRange(words.Select(word => (word, question, value)));
        foreach (var (key, question, value) in Labels())
            phrases.AddRange(Languages.All.Select(language => (ReportTexts.Get(language, key), question, value)));
        phrases.AddRange(Languages.All.Select(language => (ReportTexts.Get(language, "language.name"), ReportCodes.LanguageQuestion, language.Code())));
        return phrases
            .GroupBy(phrase => Normalise(phrase.Phrase), StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(phrase => (phrase.Question, phrase.Value)).Distinct().ToArray(),
                StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Question, string Value)> Labels() =>
    [
        .. ReportQuestions.All.SelectMany(question => question.Answers.Select(code => ($"{question.Code}.{code}", question.Code, code))),
        .. ReportQuestions.All.Where(question => question.Code != Story).Select(question => ($"edit.{question.Code}", ReportCodes.Review, question.Code)),
        ("place.list", PlaceQuestion, List), ("place.whole", Unit, Whole), ("place.none", Offer, None),
        ("place.yes", Confirm, Yes), ("place.no", Confirm, No),
        ("review.send", ReportCodes.Review, Send), ("review.right", ReportCodes.Review, Send), ("review.edit_story", ReportCodes.Review, Story), ("review.change", ReportCodes.Review, Change),
        ("welcome.go_on", Welcome, GoOn),
        ("receipt.place", ReportCodes.Receipt, PlaceQuestion), ("receipt.forget", Go, Forget),
        ("again.add", Again, Add), ("again.new", Again, New),
        ("danger.attack", Danger, DangerAttack), ("danger.body", Danger, DangerBody), ("danger.self", Danger, DangerSelf),
        ("danger.mute", Danger, Mute), ("danger.deny", Danger, Deny),
        ("button.danger", Danger, Danger), ("button.skip", ReportCodes.Skip, ReportCodes.Skip), ("button.back", ReportCodes.Back, ReportCodes.Back),
        ("button.done", ReportCodes.Done, ReportCodes.Done), ("button.language", Go, ReportCodes.LanguageQuestion), ("button.leave", Go, Leave),
    ];

    /// <summary>Lower case, without signs around the words, with one space between them.</summary>
    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign) || sign is '\'')
                plain.Append(char.ToLowerInvariant(sign == 'Ё' ? 'е' : sign == 'ё' ? 'е' : sign));
            else if (char.IsWhiteSpace(sign) && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.Length == 0 ? text.Trim() : plain.ToString().TrimEnd();
    }
}
