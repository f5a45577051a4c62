using Microsoft.Playwright;
using Senim.Browser;
using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Intake.Notes;
using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.InABrowser;

/// <summary>The page of a case's steps, in each state that shows other forms.</summary>
public sealed class LookingAtTheSteps(ChromiumBrowser browser) : DeskTest, IClassFixture<ChromiumBrowser>
{
    [ChromiumTheory(WithAxe = true)]
    [InlineData(Language.Kk, "phone", false)]
    [InlineData(Language.Kk, "desktop", false)]
    [InlineData(Language.Ru, "phone", false)]
    [InlineData(Language.Ru, "desktop", true)]
    [InlineData(Language.En, "phone", true)]
    [InlineData(Language.En, "desktop", false)]
    public async Task Each_keeps_the_rules_of_accessibility(Language language, string screen, bool dark)
    {
        await World.ChangeStaffAsync("temirtau", staff => staff.Language = language);
        var line = await World.SignalAsync(urgency: Urgency.Emergency);
        var coming = await World.SignalAsync(place: Units.Balkhash);
        var going = await World.SignalAsync();
        await World.TakeAsync("balkhash", coming.ItemId);
        await World.StepAsync("balkhash", coming.ItemId, new StaffStep.Transfer(Units.Temirtau) { Id = Guid.NewGuid(), Note = new CaseNote("Бала көшіп кетті") });
        await World.TakeAsync("temirtau", going.ItemId);
        await World.StepAsync("temirtau", going.ItemId, new StaffStep.Transfer(Units.Balkhash) { Id = Guid.NewGuid(), Note = new CaseNote("Школа там") });
        await using var opened = await browser.OpenAsync(
            (screen == "phone" ? Screen.Phone : Screen.Desktop) with { Dark = dark }, options => options.Locale = language.Code());
        var look = new Look(opened, $"desk-{{0}}-{language.Code()}-{screen}");
        await opened.Page.GotoAsync(new Uri(Desk.Address, "/sign-in").ToString());
        await LookingAtThePages.SignInAsync(opened.Page, DeskWorld.Password);
        await look.HereAsync("queue-passed-on");
        await look.AtAsync(Steps(coming), "steps-passed");
        await look.AtAsync(Steps(going), "steps-going");
        await look.AtAsync(new Uri(Desk.Address, $"/queue/{line.ItemId}"), "signal-steps");
        await opened.Page.ClickAsync("#take");
        await opened.Page.WaitForSelectorAsync(".take .notice.bad");
        await look.HereAsync("signal-call-owed");

        await look.AtAsync(Steps(line), "steps-call");
        await UnfoldAsync(opened.Page);
        await look.HereAsync("steps-all");
        await opened.Page.CheckAsync("#TellCall input[value='none']");
        await opened.Page.ClickAsync("#TellCall button");
        await opened.Page.WaitForSelectorAsync("#problem");
        await look.HereAsync("steps-problem");
        await opened.Page.FillAsync("#text-TellCall", "Баланы аталары алып кетті");
        await opened.Page.ClickAsync("#TellCall button");
        await opened.Page.WaitForSelectorAsync(".history .raw");
        await look.HereAsync("signal-note");

        var alike = await World.SignalAsync(urgency: Urgency.Urgent);
        World.Likeness.Scores[await World.SignalOfAsync(line)] = World.Likeness.Scores[await World.SignalOfAsync(alike)] = 57;
        await look.AtAsync(new Uri(Desk.Address, $"/queue/{line.ItemId}/links"), "links");
        await opened.Page.ClickAsync("#look");
        await opened.Page.WaitForSelectorAsync(".links");
        await look.HereAsync("links-likely");

        await opened.Page.GotoAsync(Steps(line).ToString());
        await opened.Page.ClickAsync("#Close summary");
        await opened.Page.ClickAsync("#Close button");
        await look.AtAsync(Steps(line), "steps-closing");
        Assert.Empty(look.Faults);
    }

    private Uri Steps(QueueLine line) => new(Desk.Address, $"/queue/{line.ItemId}/steps");

    private static Task UnfoldAsync(IPage page) =>
        page.EvaluateAsync("() => document.querySelectorAll('details.step').forEach((step) => { step.open = true; })");
}
