using System.Text.RegularExpressions;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;

namespace Senim.Bots.Tests.Flows;

/// <summary>What holds for every text that a child may read.</summary>
public sealed partial class TheTexts
{
    private const int MostWords = 12;

    private static readonly string[] Placeholders = ["{place}", "{summary}", "{answer}", "{story}", "{count}", "{promise}", "{when}", "{day}", "{month}", "{time}", "{numbers}"];

    public static TheoryData<string> Keys() => [.. ReportTexts.Keys];

    [Fact]
    public void Each_language_has_the_same_texts()
    {
        foreach (var language in Languages.All)
            Assert.Equal(Plain(Language.Kk), Plain(language));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_has_the_same_placeholders_in_each_language(string key)
    {
        var expected = Names(ReportTexts.All(Language.Kk)[ReportTexts.VariantOf(key, ReportTexts.All(Language.Kk).Keys) ?? (ReportTexts.All(Language.Kk).ContainsKey(key) ? key : key[..key.LastIndexOf('.')])]);
        Assert.All(expected, name => Assert.Contains(name, Placeholders));
        foreach (var (_, text) in Texts(key))
            Assert.Equal(expected, Names(text));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_two_languages_share_a_text(string key)
    {
        var texts = Texts(key).Select(each => each.Text).ToList();
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>A variant that says the same as the text it stands for is one too many.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void A_variant_says_it_in_another_way(string key)
    {
        foreach (var (language, text) in Texts(key))
        {
            if (ReportTexts.VariantOf(key, ReportTexts.All(language).Keys) is { } plain)
                Assert.NotEqual(ReportTexts.All(language)[plain], text);
        }
    }

    [Fact]
    public void Each_question_has_its_words()
    {
        foreach (var question in ReportQuestions.All)
        {
            string[] keys = [$"ask_{question.Code}", $"review.{question.Code}", .. question.Answers.Select(code => $"{question.Code}.{code}"), .. question.Code == ReportCodes.Story ? [] : new[] { $"edit.{question.Code}" }];
            Assert.All(keys, key => Assert.Contains(key, ReportTexts.Keys));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_sentence_is_longer_than_a_child_reads_at_once(string key)
    {
        foreach (var (language, text) in Texts(key))
        {
            foreach (var sentence in SentenceEnd().Split(text))
                Assert.True(Words().Count(sentence) <= MostWords, $"{language}: {sentence}");
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_text_raises_its_voice(string key)
    {
        foreach (var (_, text) in Texts(key))
            Assert.DoesNotContain('!', text);
    }

    [Fact]
    public void Kazakh_is_written_with_Kazakh_letters_and_English_without_Cyrillic()
    {
        Assert.All(ReportTexts.All(Language.En).Values, text => Assert.DoesNotMatch("[А-Яа-яЁё]", text));
        Assert.All(ReportTexts.All(Language.Kk).Values, text => Assert.DoesNotMatch("[Щщ]|[A-Za-z]{2,}", Names(text).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal))));
        Assert.All(ReportTexts.All(Language.Ru).Values, text => Assert.DoesNotMatch("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]|[A-Za-z]{2,}", Names(text).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal))));
    }

    /// <summary>"Why?" sounds like blame, details are for others to ask, and neither secrecy nor a result can be promised.</summary>
    [Fact]
    public void Nobody_is_blamed_questioned_or_promised_what_cannot_be_kept()
    {
        Assert.All(ReportTexts.All(Language.Ru).Values, text => Assert.DoesNotMatch(@"(?i)почему|зачем|никто не узна|обещаем|гаранти|обязательно помо|(?<!не )виноват|(?<!не твоя )(?<!не )\bвина\b|должн[аы]? был|стыд", text));
        Assert.All(ReportTexts.All(Language.Kk).Values, text => Assert.DoesNotMatch(@"(?i)\bнеге\b|\bнеліктен\b|ешкім білмейді|уәде береміз|кепілдік|ұят", text));
        Assert.All(ReportTexts.All(Language.En).Values, text => Assert.DoesNotMatch(@"(?i)\bwhy\b|nobody will know|no one will know|we promise|guarantee|should have|(?<!not )(?<!never )your fault|asham", text));
    }

    /// <summary>Nobody knows yet whether a child or an adult writes, and Russian would have to choose.</summary>
    [Fact]
    public void Nobody_is_addressed_before_it_is_known_who_writes()
    {
        foreach (var (key, text) in ReportTexts.All(Language.Ru).Where(text => Addressed(text.Key, Language.Ru) is null))
        {
            Assert.DoesNotMatch(RussianThou(), text);
            Assert.DoesNotMatch(RussianYou(), text);
            if (!key.StartsWith("mute_", StringComparison.Ordinal))
                Assert.DoesNotMatch(@"\w(йте|(?<!защ)ите|ьте)\b", text);
        }

        foreach (var (_, text) in ReportTexts.All(Language.Kk).Where(text => Addressed(text.Key, Language.Kk) is null))
        {
            Assert.DoesNotMatch(KazakhThou(), text);
            Assert.DoesNotMatch(KazakhYou(), Quote().Replace(text, ""));
        }
    }

    [Fact]
    public void A_child_is_thou_and_an_adult_is_you()
    {
        foreach (var language in new[] { Language.Ru, Language.Kk })
        {
            foreach (var (key, text) in ReportTexts.All(language))
            {
                var own = Quote().Replace(text, "");
                if (Addressed(key, language) is ".adult")
                    Assert.DoesNotMatch(language == Language.Ru ? RussianThou() : KazakhThou(), own);
                else if (Addressed(key, language) is not null)
                    Assert.DoesNotMatch(language == Language.Ru ? RussianYou() : KazakhYou(), own);
            }
        }
    }

    /// <summary>Russian verbs of the past would have to know a boy from a girl.</summary>
    [Fact]
    public void Nobody_is_taken_for_a_boy_or_a_girl() => Assert.All(
        ReportTexts.All(Language.Ru).Values,
        text => Assert.DoesNotMatch(@"(?i)\bты [а-яё]*(л|ла)\b|\(а\)|\b(один|одна) с этим\b|\bты не один\b", text));

    private static string? Addressed(string key, Language language) =>
        ReportTexts.VariantOf(key, ReportTexts.All(language).Keys) is { } plain ? key[plain.Length..] : null;

    private static IEnumerable<string> Plain(Language language) =>
        ReportTexts.All(language).Keys.Where(key => ReportTexts.VariantOf(key, ReportTexts.All(language).Keys) is null).Order(StringComparer.Ordinal);

    /// <summary>The text in each language that has it: variants are written only where they are needed.</summary>
    private static IEnumerable<(Language Language, string Text)> Texts(string key) =>
        Languages.All.Where(language => ReportTexts.All(language).ContainsKey(key)).Select(language => (language, ReportTexts.All(language)[key]));

    private static List<string> Names(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[.?:;\n]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{Nd}{}']+(-\p{L}+)?")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b([Тт]ы|[Тт]ебя|[Тт]ебе|[Тт]обой|[Тт]во[йяеёи]\w*)\b")]
    private static partial Regex RussianThou();

    [GeneratedRegex(@"\b([Вв]ы|[Вв]ас|[Вв]ам|[Вв]ами|[Вв]аш\w*)\b")]
    private static partial Regex RussianYou();

    /// <summary>The pronoun, and the endings of verbs and nouns that go with it.</summary>
    [GeneratedRegex(@"(?i)\b(сен|сені|сенің|саған|сенде|сенен|сенімен)\b|(сың|сің|саң|сең)\b|\w{3,}(ғың|гің|қың|кің)\b|(ғаның|генің|қаның|кенің)\b|\b(атыңды|өз сөзіңмен)\b")]
    private static partial Regex KazakhThou();

    [GeneratedRegex(@"(?i)\b(сіз|сізге|сізді|сіздің|сізден)\b|(ңыз|ңіз)\b|[аей](сыз|сіз)\b|(ңызды|ңізді|ңызға|ңізге|ңызбен|ңізбен)\b")]
    private static partial Regex KazakhYou();

    /// <summary>Words to be shown to somebody else.</summary>
    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Quote();
}
