using System.Text.RegularExpressions;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;

namespace Senim.Bots.Tests.Flows;

/// <summary>What holds for every text that a child may read.</summary>
public sealed partial class TheTexts
{
    private const int MostWords = 12;

    private static readonly string[] Placeholders = ["{place}", "{summary}", "{what}", "{safe}", "{story}", "{count}", "{promise}", "{when}", "{day}", "{month}", "{time}", "{numbers}"];

    public static TheoryData<string> Keys() => [.. ReportTexts.Keys];

    [Fact]
    public void Each_language_has_the_same_texts()
    {
        foreach (var language in Languages.All)
            Assert.Equal(ReportTexts.All(Language.Kk).Keys.Order(StringComparer.Ordinal), ReportTexts.All(language).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_has_the_same_placeholders_in_each_language(string key)
    {
        var expected = Names(ReportTexts.Get(Language.Kk, key));
        Assert.All(expected, name => Assert.Contains(name, Placeholders));
        foreach (var language in Languages.All)
            Assert.Equal(expected, Names(ReportTexts.Get(language, key)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_two_languages_share_a_text(string key) =>
        Assert.Equal(Languages.All.Count, Languages.All.Select(language => ReportTexts.Get(language, key)).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_sentence_is_longer_than_a_child_reads_at_once(string key)
    {
        foreach (var language in Languages.All)
        {
            foreach (var sentence in SentenceEnd().Split(ReportTexts.Get(language, key)))
                Assert.True(Words().Count(sentence) <= MostWords, $"{language}: {sentence}");
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_text_raises_its_voice(string key)
    {
        foreach (var language in Languages.All)
            Assert.DoesNotContain('!', ReportTexts.Get(language, key));
    }

    [Fact]
    public void Kazakh_is_written_with_Kazakh_letters_and_English_without_Cyrillic()
    {
        Assert.All(ReportTexts.All(Language.En).Values, text => Assert.DoesNotMatch("[А-Яа-яЁё]", text));
        Assert.All(ReportTexts.All(Language.Kk).Values, text => Assert.DoesNotMatch("[Щщ]|[A-Za-z]{2,}", Names(text).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal))));
        Assert.All(ReportTexts.All(Language.Ru).Values, text => Assert.DoesNotMatch("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]|[A-Za-z]{2,}", Names(text).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal))));
    }

    /// <summary>Nobody knows yet whether a child or an adult writes, and Russian would have to choose.</summary>
    [Fact]
    public void Russian_addresses_nobody_before_it_is_known_who_writes()
    {
        Assert.All(
            ReportTexts.All(Language.Ru),
            text => Assert.DoesNotMatch(@"\b([Тт]ы|[Тт]ебя|[Тт]ебе|[Тт]обой|[Тт]во[йяеёи]\w*|[Вв]ы|[Вв]ас|[Вв]ам|[Вв]ами|[Вв]аш\w*)\b", text.Value));
        Assert.All(
            ReportTexts.All(Language.Ru).Where(text => !text.Key.StartsWith("mute_", StringComparison.Ordinal)),
            text => Assert.DoesNotMatch(@"\w(йте|(?<!защ)ите|ьте)\b", text.Value));
    }

    private static List<string> Names(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[.?:;\n]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{Nd}{}']+(-\p{L}+)?")]
    private static partial Regex Words();
}
