using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Telegram;

/// <summary>From the first press to the receipt, as a child sees it, by webhook and by polling.</summary>
public sealed class WholeReports
{
    public static TheoryData<bool, string, string, string, string, string, string, string, string> Reports() => new()
    {
        { true, "Қазақша", "Иә, қауіпсіз", "Мектепте", "Дайын", "сыныптағылар мені күнде мазақтайды", "Қостанай қаласы", "Иә, осы жер", "Кезекшілерге жіберу" },
        { true, "Русский", "Да, безопасно", "Дразнят, травят в школе", "Готово", "одноклассники дразнят меня каждый день", "город Костанай", "Да, здесь", "Отправить" },
        { false, "English", "Yes", "Bullying at school", "Done", "my classmates tease me every single day", "Kostanay city", "Yes", "Send" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_comes_to_its_receipt(
        bool byWebhook, string language, string safe, string what, string done, string story, string place, string here, string send)
    {
        await using var host = byWebhook ? await TelegramHost.ByWebhookAsync() : await TelegramHost.ByPollingAsync();
        var child = host.Child(41);
        var seen = new List<string>();
        await SeeAsync(child.TypesAsync("/start"));
        await SeeAsync(child.PressesAsync(language));
        await SeeAsync(child.PressesAsync(safe));
        await SeeAsync(child.SkipsAsync("forwhom"));
        await SeeAsync(child.PressesAsync(what));
        await SeeAsync(child.PressesAsync(done));
        await SeeAsync(child.TypesAsync(story));
        await SeeAsync(child.PressesAsync(done));

        // Who does it and that it goes on is in the words.
        await SeeAsync(child.SkipsAsync("when"));
        await SeeAsync(child.TypesAsync(place));
        await SeeAsync(child.PressesAsync(here));
        foreach (var question in (string[])["age", "recuse", "contact"])
            await SeeAsync(child.SkipsAsync(question));
        Assert.Contains(story, child.Screen.Text, StringComparison.Ordinal);
        await SeeAsync(child.PressesAsync(send));

        Assert.Contains("111", child.Screen.Text, StringComparison.Ordinal);
        await host.Telegram.WaitUntilAsync(() => child.Chat.UserMessages.Count == 0);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        await using var db = host.Db();
        var signal = await db.Signals.SingleAsync();
        Assert.Equal([story], (await host.ReadAsync(signal.Id)).Story.Select(part => part.Text).Take(1));
        Assert.StartsWith("39", signal.PlaceCode, StringComparison.Ordinal);
        Assert.Contains(CategoryCodes.Code(Category.Bullying), signal.Categories, StringComparison.Ordinal);
        Assert.False(signal.Incomplete);
        Assert.Empty(host.Logs.Errors);
        Print(child, seen);

        async Task SeeAsync(Task act)
        {
            await act;
            seen.Add($"{child.Screen.Text}\n{string.Join('\n', child.Screen.Keyboard.Select(row => string.Join(' ', row.Select(button => $"[{button.Text}]"))))}");
        }
    }

    [Theory]
    [InlineData("/start", true)]
    [InlineData("помогите, отчим с ножом", false)]
    [InlineData("көмектесіңдер, ол мені өлтіремін дейді", false)]
    [InlineData("SOS", false)]
    public async Task Danger_is_helped_in_two_taps_and_reaches_staff_at_once(string first, bool presses)
    {
        await using var host = await TelegramHost.ByWebhookAsync();
        var child = host.Child(41);
        await child.TypesAsync(first);
        if (presses)
            await child.PressesAsync("Қазір қауіпті");

        Assert.Contains("112", child.Screen.Text, StringComparison.Ordinal);
        var published = await PublishedAsync(host);
        await using var db = host.Db();
        Assert.Equal(Urgency.Emergency, (await db.Signals.SingleAsync()).Urgency);
        Assert.Equal(Intake.Outbox.EventLane.Emergency, published.Lane);
    }

    private static async Task<Intake.Outbox.EventEnvelope> PublishedAsync(TelegramHost host)
    {
        for (var i = 0; i < 100 && host.Transport.Published.IsEmpty; i++)
            await Task.Delay(50);
        return Assert.Single(host.Transport.Published);
    }

    /// <summary>SENIM_PRINT_CHATS=folder: what the child saw, to be read by people.</summary>
    private static void Print(Child child, IReadOnlyList<string> seen)
    {
        if (Environment.GetEnvironmentVariable("SENIM_PRINT_CHATS") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, $"{Guid.NewGuid():N}.txt"), $"{string.Join("\n----\n", seen)}\n\n====\n{child.Chat}");
    }
}
