using System.Net;
using Senim.Desk.Tests.World;
using Senim.Intake.Notes;
using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Pages;

/// <summary>The forms with which staff work on a case.</summary>
public sealed class WorkingOnACase : DeskTest
{
    [Fact]
    public async Task From_taking_to_closing_each_step_is_a_form()
    {
        var line = await World.SignalAsync(urgency: Urgency.Urgent);
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");

        await StepAsync(client, line, "Begin");
        await StepAsync(client, line, "PlanVisit", ("When", Local(TimeSpan.FromHours(20))), ("Text", "школа 7, с психологом"));
        await StepAsync(client, line, "RecordVisit", ("Text", "говорили с классной"));
        await StepAsync(client, line, "Plan", ("When", Local(TimeSpan.FromDays(9))), ("Text", "группа по четвергам"));
        await StepAsync(client, line, "Refer", ("Choice", "Guardianship"), ("Reference", "11-4/82"), ("Text", "запрос об условиях"));
        await StepAsync(client, line, "Write", ("Text", "мама согласна"));
        await StepAsync(client, line, "Close", ("Choice", "HelpGiven"), ("Seen", "1"), ("Text", "ходит в школу"));

        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));
        foreach (var words in new[] { "школа 7, с психологом", "говорили с классной", "группа по четвергам", "№ 11-4/82", "to the guardianship body", "мама согласна", "ходит в школу", "Closed: help was given" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"steps\"", page, StringComparison.Ordinal);
        Assert.Equal(6, World.Notes.All.Count);
    }

    [Fact]
    public async Task A_colleague_is_named_and_takes_it_on()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");
        var colleague = (await World.ScopeAsync("temirtau2")).StaffId;
        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}/steps"));
        Assert.Contains("Марат Ахметов</option>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Дана Омарова", page, StringComparison.Ordinal);

        await StepAsync(client, line, "Name", ("Choice", colleague));

        Assert.Contains("who goes on: Марат Ахметов", WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}")), StringComparison.Ordinal);
        using var other = await Desk.SignInAsync("temirtau2");
        Assert.Contains("the colleague named goes on with it", await other.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
        await StepAsync(other, line, "Begin");
        Assert.Contains("In work", await other.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_emergency_it_is_said_who_was_called_and_a_second_person_closes()
    {
        var line = await World.SignalAsync(urgency: Urgency.Emergency);
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");
        Assert.Contains("It is not written yet whether 102 or 103 was called.", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"Close\"", await client.ReadAsync($"/queue/{line.ItemId}/steps"), StringComparison.Ordinal);

        await StepAsync(client, line, "TellCall", ("Choice", "103"), ("When", Local(TimeSpan.Zero)), ("By", "Айгүл"), ("Reference", "31"));
        await StepAsync(client, line, "Close", ("Choice", "HelpGiven"), ("Seen", "1"));
        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}/steps"));
        Assert.Contains("Айгүл Сейітова asks to close: help was given", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"ConfirmClosing\"", page, StringComparison.Ordinal);

        using var second = await Desk.SignInAsync("temirtau2");
        await StepAsync(second, line, "ConfirmClosing", ("Seen", "1"));
        var closed = WebUtility.HtmlDecode(await second.ReadAsync($"/queue/{line.ItemId}"));
        Assert.Contains("Closed: help was given", closed, StringComparison.Ordinal);
        Assert.Contains("103, ambulance", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_passed_on_is_accepted_or_refused_by_the_other_unit()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");
        using var other = await Desk.SignInAsync("balkhash");
        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");

        await StepAsync(client, line, "Transfer", ("Choice", Units.Balkhash), ("Text", "живёт в Балхаше"));
        Assert.Contains("Passed on, and not accepted yet", await client.ReadAsync("/queue"), StringComparison.Ordinal);
        Assert.Contains("passes this signal to you", await other.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
        await StepAsync(other, line, "Refuse", ("Text", "адрес в Темиртау"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/queue/{line.ItemId}")).StatusCode);
        Assert.Contains("адрес в Темиртау", WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}")), StringComparison.Ordinal);

        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");
        await StepAsync(client, line, "Transfer", ("Choice", Units.Balkhash), ("Text", "адрес там, проверили"));
        await StepAsync(other, line, "Accept");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/queue/{line.ItemId}")).StatusCode);
    }

    [Fact]
    public async Task A_form_that_cannot_be_taken_says_why_and_keeps_what_was_written()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");

        var past = await SubmitAsync(client, line, "PlanVisit", ("When", Local(TimeSpan.FromDays(-1))), ("Text", "утром у школы"));
        var silent = await SubmitAsync(client, line, "Refer", ("Choice", "Police"));
        var nowhere = await SubmitAsync(client, line, "Transfer", ("Choice", "999999999"), ("Text", "туда"));

        Assert.Equal([422, 422, 422], new[] { past, silent, nowhere }.Select(answer => (int)answer.StatusCode));
        var page = WebUtility.HtmlDecode(await past.Content.ReadAsStringAsync());
        Assert.Contains("утром у школы</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("Write a few words.", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(World.Notes.All);
    }

    [Fact]
    public async Task Whoever_comes_second_learns_who_was_faster_and_loses_no_word()
    {
        var line = await World.SignalAsync();
        using var slow = await Desk.SignInAsync("temirtau2");
        await World.TakeAsync("temirtau2", line.ItemId);
        await World.StepAsync("temirtau", line.ItemId, new StaffStep.HandBack { Id = Guid.NewGuid() });

        var answer = await SubmitAsync(slow, line, "RecordVisit", ("Text", "были у них дома"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Айгүл Сейітова was faster: handed back to the queue", page, StringComparison.Ordinal);
        Assert.Contains("были у них дома", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Begin")]
    [InlineData("Write")]
    [InlineData("Close")]
    [InlineData("Transfer")]
    [InlineData("Accept")]
    public async Task Another_unit_s_case_and_an_absent_one_answer_alike(string kind)
    {
        var line = await World.SignalAsync(Units.Balkhash);
        await World.TakeAsync("balkhash", line.ItemId);
        using var client = await Desk.SignInAsync("temirtau");

        foreach (var item in new[] { line.ItemId, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/queue/{item}/steps")).StatusCode);
            var answer = await client.SubmitAsync("/queue", $"/queue/{item}/steps/{kind}", ("Id", $"{Guid.NewGuid()}"), ("Text", "слова"), ("Choice", kind == "Close" ? "Test" : Units.Temirtau));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/steps/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/queue/{line.ItemId}/steps/Begin")).StatusCode);
        Assert.Empty(World.Notes.All);
    }

    private string Local(TimeSpan ahead) => World.Clock.GetUtcNow().Add(ahead).AddHours(5).ToString("yyyy-MM-dd'T'HH:mm");

    private static async Task StepAsync(DeskClient client, QueueLine line, string kind, params (string, string)[] fields)
    {
        var answer = await SubmitAsync(client, line, kind, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{kind}: {(int)answer.StatusCode}");
    }

    private static Task<HttpResponseMessage> SubmitAsync(DeskClient client, QueueLine line, string kind, params (string, string)[] fields) =>
        client.SubmitAsync($"/queue/{line.ItemId}/steps", $"/queue/{line.ItemId}/steps/{kind}", [("Id", $"{Guid.CreateVersion7()}"), .. fields]);
}
