using System.Text.Json;
using Senim.Intake.Triage;
using Senim.Intake.Triage.Rules;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class NamingReasons
{
    [Fact]
    public void Every_reason_has_its_own_words_in_each_language()
    {
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            var texts = SignCodes.All.Keys.Select(code => TriageReasonTexts.Text(code, language)).ToList();
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Equal(texts.Count, texts.Distinct().Count());
        }

        Assert.All(SignCodes.All.Values, sign => Assert.Equal(3, sign.Texts.Values.Distinct().Count()));
    }

    [Fact]
    public void A_code_of_a_later_version_is_shown_as_it_is() => Assert.Equal("of_tomorrow", TriageReasonTexts.Text("of_tomorrow", "kk"));

    [Fact]
    public void Every_Emergency_names_the_help_that_it_shows()
    {
        Assert.All(
            SignCodes.All.Values.Where(sign => sign.Urgency == Urgency.Emergency || sign.UrgencyNow == Urgency.Emergency),
            sign => Assert.NotNull(sign.Danger));
    }

    [Fact]
    public void The_command_answers_with_one_line_of_plain_letters()
    {
        var line = TriageCommandLine.Answer(RuleTriage.Load(), "7", "отчим сейчас бьет маму");

        Assert.DoesNotContain('\n', line);
        Assert.Contains("сейчас", line, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(["id", "urgency", "categories", "reasons"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("7", json.RootElement.GetProperty("id").GetString());
        Assert.Equal("Emergency", json.RootElement.GetProperty("urgency").GetString());
        Assert.Contains("witness", json.RootElement.GetProperty("categories").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["quote", "why"], json.RootElement.GetProperty("reasons")[0].EnumerateObject().Select(member => member.Name));
    }
}
