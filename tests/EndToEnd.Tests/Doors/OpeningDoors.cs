using Microsoft.Playwright;
using Senim.Browser;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Doors;

/// <summary>The operator opens a door and prints what hangs on the wall.</summary>
public sealed class OpeningDoors(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>, IDisposable
{
    private const string Taraz = "311000000";
    private const string Name = "№ 5 мектеп <А & Б>";

    private readonly HostFolder folder = new();

    [Fact]
    public async Task Add_prints_each_way_through_it_and_its_QR_code_is_read_as_the_web_link()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        var added = await RunAsync(HostSettings.For(folder).Polling(telegram).With("Senim__Sms__From", "+77001234567").With("Senim__Urls__Site", "https://example.kz"), "add", "--unit", Taraz, "--name", Name, "--output", folder.Path);
        Assert.Equal((0, 0), (added.ExitCode, added.Errors.Count));
        var code = Value(added, "Code");
        Assert.Equal($"https://t.me/{telegram.BotUsername}?start={code}", Value(added, "Telegram"));
        Assert.Equal($"https://example.kz/?d={code}", Value(added, "Web"));
        Assert.Equal($"{code} to +77001234567", Value(added, "SMS"));
        Assert.Equal($"https://example.kz/?d={code}", QrReader.ReadDrawing(await File.ReadAllTextAsync(folder.File($"door-{code}.svg"))));
    }

    [Fact]
    public async Task The_QR_code_may_lead_to_the_bot_instead()
    {
        var added = await RunAsync(HostSettings.For(folder).With("Senim__Telegram__Name", "TheBot"), "add", "--unit", Taraz, "--name", Name, "--qr", "telegram", "--output", folder.Path);
        var code = Value(added, "Code");
        Assert.Equal($"https://t.me/TheBot?start={code}", QrReader.ReadDrawing(await File.ReadAllTextAsync(folder.File($"door-{code}.svg"))));
    }

    [Fact]
    public async Task List_and_close_tell_which_are_open()
    {
        var settings = HostSettings.For(folder);
        var first = Value(await RunAsync(settings, "add", "--unit", Taraz, "--name", "Бірінші", "--output", folder.Path), "Code");
        var second = Value(await RunAsync(settings, "add", "--unit", Taraz, "--name", "Екінші", "--output", folder.Path), "Code");
        Assert.NotEqual(first, second);
        Assert.Equal(0, (await RunAsync(settings, "close", first.ToLowerInvariant())).ExitCode);

        var listed = (await RunAsync(settings, "list")).Output;
        Assert.Equal([second, first], listed.Select(line => line.Split(' ')[0]));
        Assert.Contains("  open  ", listed[0], StringComparison.Ordinal);
        Assert.Contains("  closed ", listed[1], StringComparison.Ordinal);
        Assert.Contains("Бірінші", listed[1], StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(settings, "close", "KX7P4TA9")).ExitCode);
    }

    [Theory]
    [InlineData("310000000", "a region")]
    [InlineData("123", "nowhere")]
    [InlineData(Taraz, " ")]
    public async Task What_cannot_be_a_door_is_refused_and_nothing_is_made(string unit, string name)
    {
        var settings = HostSettings.For(folder);
        var refused = await RunAsync(settings, "add", "--unit", unit, "--name", name, "--output", folder.Path);
        Assert.Equal(1, refused.ExitCode);
        Assert.Single(refused.Errors);
        Assert.Empty((await RunAsync(settings, "list")).Output);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.svg"));
    }

    [ChromiumFact]
    public async Task The_poster_is_one_page_of_A4_whose_code_a_telephone_reads()
    {
        var settings = HostSettings.For(folder).With("Senim__Sms__From", "+77001234567").With("Senim__Urls__Site", "https://example.kz");
        var code = Value(await RunAsync(settings, "add", "--unit", Taraz, "--name", Name, "--output", folder.Path), "Code");
        await using var opened = await browser.OpenAsync(new Screen("a4", 794, 1123));
        await opened.Page.GotoAsync(new Uri(folder.File($"poster-{code}.html")).AbsoluteUri);
        await opened.ScreenshotAsync("door-poster");

        Assert.Equal($"https://example.kz/?d={code}", await QrReader.ReadPageAsync(opened.Page));
        var text = await opened.Page.InnerTextAsync("body");
        foreach (var part in new[] { $"{code[..4]} {code[4..]}", "+77001234567", "111", "112" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal(["kk", "ru"], (await opened.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('div[lang]')].map(each => each.lang))]")).Order());
        Assert.True(await opened.Page.EvaluateAsync<bool>("[...document.querySelectorAll('body *')].every(each => { const box = each.getBoundingClientRect(); return box.bottom <= 1123 && box.right <= 794; })"));
        Assert.Empty(opened.Complaints);

        var pages = System.Text.RegularExpressions.Regex.Count(
            System.Text.Encoding.Latin1.GetString(await opened.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true })), @"/Type\s*/Page\b");
        Assert.Equal(1, pages);
    }

    public void Dispose() => folder.Dispose();

    private static Task<CommandResult> RunAsync(HostSettings settings, params string[] arguments) => HostProcess.RunAsync(settings, ["door", .. arguments]);

    private static string Value(CommandResult result, string key)
    {
        var line = Assert.Single(result.Output, line => line.StartsWith($"{key} ", StringComparison.Ordinal));
        return line[key.Length..].Trim();
    }
}
