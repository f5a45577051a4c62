using Microsoft.Playwright;
using Senim.Browser;
using Senim.EndToEnd.Tests.ChatPage;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;
using Senim.Intake.Doors;

namespace Senim.EndToEnd.Tests.Doors;

/// <summary>From the code on the wall to the officer, over the bot and over the page.</summary>
public sealed class ComingThroughADoor(ChatPageHost page) : IClassFixture<ChatPageHost>
{
    private const string Almaly = "751110000";
    private const string School = "№ 5 мектеп";

    [Fact]
    public async Task The_officer_reads_by_which_poster_a_signal_came()
    {
        using var folder = new HostFolder();
        await using var telegram = await FakeBotApiServer.StartAsync();
        var settings = HostSettings.For(folder).Polling(telegram);
        var added = await HostProcess.RunAsync(settings, ["door", "add", "--unit", Almaly, "--name", School, "--output", folder.Path]);
        var link = added.Output.Single(line => line.StartsWith("Telegram ", StringComparison.Ordinal)).Split("?start=")[1];

        await using var host = await HostProcess.StartAsync(settings);
        var child = new TelegramReporter(telegram, 5_400_001);
        telegram.SendText(child.Chat, $"/start {link}");
        await child.PressAsync("language:ru");
        await child.PressAsync("danger:danger");
        await child.PressAsync($"offer:{Almaly}");
        await child.WaitForAsync("receipt:place");

        using var officer = await DeskClient.SignInAsync(host, "almaly");
        var signal = Assert.Single(await officer.WaitForQueueAsync(1));
        Assert.Contains(School, await officer.ReadAsync(signal), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task On_the_page_the_code_goes_along_with_the_first_press_and_out_of_the_address()
    {
        var code = await AddDoorAsync(isOpen: true);
        await using var user = await OpenAsync(code);
        Assert.Equal("/", new Uri(user.Page.Url).PathAndQuery);
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await user.PressAsync("report:danger:danger");
        await user.SeesAsync("DangerHelp");
        await Assertions.Expect(user.Button($"report:offer:{Almaly}")).ToContainTextAsync(School);
        await user.Browser.ScreenshotAsync("door-page", wholePage: false);
        Assert.Empty(user.Browser.Complaints);
    }

    [ChromiumFact]
    public async Task A_closed_code_changes_nothing()
    {
        var code = await AddDoorAsync(isOpen: false);
        await using var user = await OpenAsync(code);
        await user.PressAsync("report:danger:danger");
        await user.SeesAsync("DangerHelp");
        await Assertions.Expect(user.Button($"report:offer:{Almaly}")).ToHaveCountAsync(0);
    }

    private async Task<ChatPageUser> OpenAsync(string code)
    {
        var user = await page.OpenAsync(Screen.Phone);
        await user.Page.GotoAsync(new Uri(page.Address, $"/?d={code}").AbsoluteUri);
        return user;
    }

    private async Task<string> AddDoorAsync(bool isOpen)
    {
        await using var db = page.Db();
        var row = new DoorRow { Code = DoorCode.New(), UnitCode = Almaly, Name = School, OpenedUtc = DateTime.UnixEpoch, ClosedUtc = isOpen ? null : DateTime.UnixEpoch };
        db.Add(row);
        await db.SaveChangesAsync();
        return row.Code;
    }
}
