using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Senim.Browser;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.EndToEnd.Tests.ChatPage;

/// <summary>What follows the receipt, on a phone: how far it is, a code, a question of staff, and how it is once the case is closed.</summary>
public sealed class AfterTheReceipt(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    [ChromiumTheory(WithAxe = true)]
    [InlineData("kk", "Мектепте күнде итереді, күледі, бұл бірінші рет емес.", "Тараз", "Сен ересектердің кімге сене аласың?", "Әжеме сенемін.")]
    [InlineData("ru", "Толкают на перемене и смеются, это уже не первый раз.", "Тараз", "Кому из взрослых можно доверять?", "Бабушке.")]
    public async Task Status_code_question_and_closing_are_walked_through_and_looked_at(string language, string story, string place, string question, string answer)
    {
        await using var user = await (await host.OpenAsync(Screen.Phone, reducedMotion: true)).OpenAsync();
        await user.PressAsync($"report:language:{language}");
        await user.SeesAsync("AskSafe");
        var telling = Walk.Telling(story, place);
        await (telling with { Presses = new Dictionary<string, string[]>(telling.Presses) { ["forwhom"] = ["me"], ["contact"] = ["contact_any"] } }).ToReceiptAsync(user);
        await LookAsync("1-receipt");

        await PressAsync("follow:go:status", "Status", "2-status");
        await PressAsync("follow:go:code", "Code", "3-code");
        Assert.Matches(@"\d{4} \d{4} \d{4} \d{4}", await user.Page.Locator("#log").InnerTextAsync());
        await PressAsync("follow:go:back", "Receipt", "4-receipt-again");

        var signal = await SignalAsync();
        var asked = new NewQuestion(Guid.CreateVersion7(), QuestionCodes.Own, Languages.All.Single(each => each.Code() == language), question);
        Assert.Equal(AskOutcome.Asked, await host.Get<IStaffQuestions>().AskAsync(signal, asked, "officer", default));
        await user.SeesAsync("NewMessage");
        await LookAsync("5-new-message");
        Assert.DoesNotContain(question, await user.Page.Locator("#log").InnerTextAsync(), StringComparison.Ordinal);
        await PressAsync("follow:go:show", "AskSafe", "6-safe-to-read");
        await PressAsync("follow:read:yes", "Question", "7-question");
        await user.SayAsync(answer);
        await user.SeesAsync("Thanks");
        await LookAsync("8-thanks");
        Assert.Equal(answer, Assert.Single(await host.Get<IStaffQuestions>().ListAsync(signal, default)).Answer!.Text);

        await CloseAsync(signal);
        await user.SeesAsync("NewMessage");
        await user.PressAsync("follow:go:show");
        await user.SeesAsync("AskSafe");
        await PressAsync("follow:read:yes", "Question", "9-closing");
        await user.Page.Locator("[data-code^='follow:answer:'][data-code$='.no']").ClickAsync();
        await user.SeesAsync("SafeNow");
        await LookAsync("10-safe-now");
        await PressAsync("follow:safenow:unsure", "Thanks", "11-opened-again");
        Assert.Empty(user.Browser.Complaints);

        async Task PressAsync(string code, string state, string name)
        {
            await user.PressAsync(code);
            await user.SeesAsync(state);
            await LookAsync(name);
        }

        Task LookAsync(string name) => HowThePageLooks.LookAsync(user, $"after-{language}-{name}");
    }

    private async Task<SignalId> SignalAsync()
    {
        await using var db = host.Db();
        return new SignalId(await db.Signals.OrderByDescending(row => row.ReceivedUtc).Select(row => row.Id).FirstAsync());
    }

    private async Task CloseAsync(SignalId signal)
    {
        var closed = new ProgressEvent { SignalId = signal.Value, Version = 3, Stage = SignalStage.Closed, OccurredUtc = DateTime.UtcNow, NextDueUtc = null };
        var envelope = new EventEnvelope(Guid.NewGuid(), ProgressEvent.Progressed, EventLane.Other, "", closed.OccurredUtc, JsonSerializer.Serialize(closed, IntakeJson.Default.ProgressEvent));
        await host.Get<IEventConsumer>().ConsumeAsync([envelope], default);
    }
}
