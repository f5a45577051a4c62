using System.Net;
using System.Text.RegularExpressions;
using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Pages;

public sealed partial class AskingTheReporter : DeskTest
{
    [Fact]
    public async Task The_page_says_in_which_language_and_what_must_not_be_asked()
    {
        var line = await World.SignalAsync(with: signal => signal with { Language = Language.Ru });
        using var client = await Desk.SignInAsync("temirtau");

        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));

        foreach (var words in new[] { "The reporter writes", "in Russian", "Where exactly does it happen?", "Is it safe now?", "When did it last happen?", "May we come to the school?", "Never ask: why" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"ru\" selected", page);
    }

    [Fact]
    public async Task A_ready_question_is_shown_as_the_reporter_will_see_it_and_then_sent_once()
    {
        var line = await World.SignalAsync(with: signal => signal with { Language = Language.Ru });
        using var client = await Desk.SignInAsync("temirtau");

        var preview = await PreviewAsync(client, line, ("code", "q_school"), ("language", "ru"), ("text", "of no matter"));

        Assert.Contains(QuestionWording.Bubble(Language.Ru, QuestionCodes.School, null, ChannelKind.Telegram), preview, StringComparison.Ordinal);
        Assert.Contains("<li>Да, можно</li>", preview, StringComparison.Ordinal);
        Assert.Contains("<li>Не отвечать</li>", preview, StringComparison.Ordinal);
        Assert.Empty(World.Questions.All);
        var fields = Fields(preview);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/queue/{line.ItemId}/ask/send", fields)).StatusCode);
        var asked = Assert.Single(World.Questions.All);
        Assert.Equal((QuestionCodes.School, Language.Ru), (asked.Code, asked.Language));
        Assert.Contains("Можно нам прийти в школу?", WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}")), StringComparison.Ordinal);
        Assert.Contains(fields, field => field.Name == "id" && field.Value == asked.Id.ToString());
    }

    [Fact]
    public async Task Own_words_that_ask_why_are_hinted_at_and_may_still_be_sent()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var preview = await PreviewAsync(client, line, ("code", "q_own"), ("language", "kk"), ("text", "Неге маған айтпадың?"));

        Assert.Contains("“Why” sounds like blame.", preview, StringComparison.Ordinal);
        Assert.Contains("it is not their fault", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("to meet alone or to keep a secret", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/queue/{line.ItemId}/ask/send", Fields(preview))).StatusCode);
        Assert.Contains("Неге маған айтпадың?", Assert.Single(World.Questions.All).Bubble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelKind.Telegram, "")]
    [InlineData(ChannelKind.Telegram, " \n\t ")]
    [InlineData(ChannelKind.Sms, "long")]
    public async Task Own_words_that_are_none_or_too_many_are_not_sent(ChannelKind channel, string text)
    {
        var line = await World.SignalAsync(with: signal => signal with { Channel = channel });
        using var client = await Desk.SignInAsync("temirtau");
        var own = text == "long" ? new string('а', QuestionWording.MostSmsChars + 1) : text;

        var answer = await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/ask", ("code", "q_own"), ("language", "ru"), ("text", own));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("id=\"send\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var sent = await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/ask/send", ("id", $"{Guid.NewGuid()}"), ("code", "q_own"), ("language", "ru"), ("text", own));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Empty(World.Questions.All);
    }

    [Fact]
    public async Task Words_are_never_markup()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var raw = await (await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/ask", ("code", "q_own"), ("language", "en"), ("text", "<b>x</b>\"><script>"))).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<b>x", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", raw.Replace("<script src", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuestionState.Waiting, QuestionBars.NoConsent, "did not agree to be written to")]
    [InlineData(QuestionState.Waiting, QuestionBars.Forgotten, "deleted their contact")]
    [InlineData(QuestionState.Pushed, QuestionBars.Blocked, "blocked the bot")]
    [InlineData(QuestionState.Waiting, QuestionBars.Sms, "takes no texts")]
    [InlineData(QuestionState.Waiting, QuestionBars.Silenced, "asked not to be written to")]
    [InlineData(QuestionState.Waiting, null, "Waiting")]
    [InlineData(QuestionState.Pushed, null, "Pushed")]
    [InlineData(QuestionState.Read, null, "Read")]
    [InlineData(QuestionState.Skipped, null, "would rather not answer")]
    public async Task Each_question_says_how_far_it_came_or_why_not(QuestionState state, string? bar, string said)
    {
        var line = await World.SignalAsync();
        World.Questions.Add(await World.SignalOfAsync(line), Question(state, bar));
        using var client = await Desk.SignInAsync("temirtau");

        Assert.Contains(said, WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_shown_in_the_officer_s_words_and_the_reporter_s()
    {
        var line = await World.SignalAsync();
        var signal = await World.SignalOfAsync(line);
        World.Questions.Add(signal, Question(QuestionState.Answered, null) with { Code = QuestionCodes.School, Answer = QuestionAnswer.Of("no") });
        World.Questions.Add(signal, Question(QuestionState.Answered, null) with { Answer = QuestionAnswer.Words("Спортзалдың артында") });
        using var client = await Desk.SignInAsync("temirtau");

        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));

        Assert.Contains("better not to come to the school", page, StringComparison.Ordinal);
        Assert.Contains("Спортзалдың артында", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_not_read_in_time_is_seen_in_the_queue_on_the_page_and_in_the_history()
    {
        var line = await World.SignalAsync();
        var signal = await World.SignalOfAsync(line);
        World.Questions.Add(signal, Question(QuestionState.Waiting, QuestionBars.NoConsent) with { ReturnedUtc = World.Clock.NowUtc() });
        await World.StepAsync(signal, QuestionStep.Asked, version: 0, unread: 0);
        await World.StepAsync(signal, QuestionStep.Returned, version: 7, unread: 1);
        using var client = await Desk.SignInAsync("temirtau");

        Assert.Contains("Question not read", await client.ReadAsync("/queue"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));
        Assert.Contains("was not read in the promised time", page, StringComparison.Ordinal);
        Assert.Contains("the reporter was asked: Where exactly does it happen?", page, StringComparison.Ordinal);
        Assert.Contains("the question was not read in time: Where exactly does it happen?", page, StringComparison.Ordinal);

        await World.StepAsync(signal, QuestionStep.Read, version: 9, unread: 0);
        await World.StepAsync(signal, QuestionStep.Pushed, version: 8, unread: 1);
        Assert.DoesNotContain("Question not read", await client.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_unit_s_item_and_an_absent_one_cannot_be_asked_about_alike()
    {
        var balkhash = await World.SignalAsync(Units.Balkhash);
        using var client = await Desk.SignInAsync("temirtau");

        foreach (var step in new[] { "ask", "ask/send" })
        {
            (string, string)[] fields = [("id", $"{Guid.NewGuid()}"), ("code", "q_where"), ("language", "kk"), ("text", "")];
            var other = await client.SubmitAsync("/queue", $"/queue/{balkhash.ItemId}/{step}", fields);
            var absent = await client.SubmitAsync("/queue", $"/queue/{Guid.NewGuid()}/{step}", fields);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, absent.StatusCode));
        }

        Assert.Empty(World.Questions.All);
        using var owner = await Desk.SignInAsync("balkhash");
        Assert.Contains("id=\"send\"", await PreviewAsync(owner, balkhash, ("code", "q_where"), ("language", "kk"), ("text", "")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AskOutcome.TooMany, "Many questions are still unanswered")]
    [InlineData(AskOutcome.Absent, "")]
    public async Task What_cannot_be_asked_is_said(AskOutcome outcome, string said)
    {
        var line = await World.SignalAsync();
        World.Questions.Outcome = outcome;
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/ask/send", ("id", $"{Guid.NewGuid()}"), ("code", "q_where"), ("language", "kk"));

        Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static StaffQuestion Question(QuestionState state, string? bar) =>
        new(Guid.CreateVersion7(), QuestionCodes.Where, Language.Kk, "?", null, DateTime.UnixEpoch, state, null, null, null, null, bar, null);

    private static async Task<string> PreviewAsync(DeskClient client, QueueLine line, params (string Name, string Value)[] fields)
    {
        var answer = await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/ask", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What the form that sends holds.</summary>
    private static (string Name, string Value)[] Fields(string preview)
    {
        var form = preview[preview.IndexOf("/ask/send", StringComparison.Ordinal)..];
        return [.. Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(field => (field.Groups["name"].Value, field.Groups["value"].Value))];
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\"(?: value=\"(?<value>[^\"]*)\")?")]
    private static partial Regex Hidden();
}
