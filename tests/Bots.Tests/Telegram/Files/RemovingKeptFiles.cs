using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Tests.Afterwards;
using Senim.Bots.Tests.WebChat;
using Senim.FakeBotApi;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;

namespace Senim.Bots.Tests.Telegram.Files;

/// <summary>A voice note or a picture goes from the chat like a text once it is with us, and stays while the chat holds the only copy.</summary>
public sealed class RemovingKeptFiles : IAsyncLifetime
{
    private const long Chat = 57;
    private readonly ShiftedClock _clock = new();
    private TelegramHost _host = null!;
    private Child _child = null!;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));
        _child = _host.Child(Chat);
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_voice_note_goes_once_it_is_with_us_and_the_child_was_told_before()
    {
        await _child.SendsAsync((telegram, chat) => telegram.SendVoice(chat));

        Assert.Contains("из этого чата оно удаляется", _child.Screen.Text, StringComparison.Ordinal);
        await _host.Telegram.WaitUntilAsync(() => NoneLeft("voice"));
    }

    [Fact]
    public async Task A_picture_that_has_not_come_to_us_yet_stays()
    {
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "getFile", Times = 1000 });
        await _child.SendsAsync((telegram, chat) => telegram.SendPhoto(chat, "вот"));
        await SendReportAsync();

        Assert.False(NoneLeft("photo"));
    }

    [Fact]
    public async Task A_sticker_stays_since_nobody_fetches_it()
    {
        await _child.TypesAsync("меня дразнят в школе");
        await _child.SendsAsync((telegram, chat) => telegram.SendSticker(chat));
        await SendReportAsync();

        Assert.False(NoneLeft("sticker"));
    }

    [Fact]
    public async Task What_Telegram_did_not_remove_then_is_removed_at_the_receipt()
    {
        await SendsLateAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages" });
        Pass(TimeSpan.FromSeconds(20));
        await _host.Telegram.WaitUntilAsync(() => _host.Telegram.CallsOf("deleteMessages").Any(call => !call.Ok));
        Assert.False(NoneLeft("voice"));
        await SendReportAsync();

        Assert.True(NoneLeft("voice"));
    }

    [Fact]
    public async Task After_47_hours_what_is_with_us_goes_and_the_only_copy_stays()
    {
        await SendsLateAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages", Times = 1000 });
        Pass(TimeSpan.FromSeconds(20));
        await _host.Telegram.WaitUntilAsync(() => _host.Telegram.CallsOf("deleteMessages").Any(call => !call.Ok));
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "getFile", Times = 1000 });
        await _child.SendsAsync((telegram, chat) => telegram.SendPhoto(chat));
        _host.Telegram.ClearFaults();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "getFile", Times = 1000 });
        Pass(TimeSpan.FromHours(47));
        await _host.Telegram.WaitUntilAsync(() => NoneLeft("voice"));

        Assert.False(NoneLeft("photo"));
    }

    [Fact]
    public async Task One_press_lets_them_stay()
    {
        await _child.TypesAsync("мне нужен совет");
        await _child.PressesAsync("Не удалять из чата");
        await _child.SendsAsync((telegram, chat) => telegram.SendVoice(chat));
        await QuestionsOverTelegram.WaitAsync(async () =>
        {
            await using var db = _host.Db();
            return await db.Evidence.AnyAsync(row => row.State == EvidenceState.Stored) && !await db.Outbox.AnyAsync(row => row.Type == CleanRows.FileKept);
        });
        await SendReportAsync();

        Assert.False(NoneLeft("voice"));
    }

    /// <summary>A voice note whose file comes at the second attempt, some seconds later.</summary>
    private async Task SendsLateAsync()
    {
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "getFile" });
        await _child.SendsAsync((telegram, chat) => telegram.SendVoice(chat));
        await _host.Telegram.WaitUntilAsync(() => _host.Telegram.CallsOf("getFile").Any(call => !call.Ok));
    }

    private void Pass(TimeSpan time)
    {
        _host.Telegram.AdvanceClock(time);
        _clock.Ahead += time;
    }

    private bool NoneLeft(string kind) => _child.Chat.UserMessages.All(message => message.Kind != kind);

    private async Task SendReportAsync()
    {
        for (var i = 0; i < 25 && _child.Screen.Button("Отправить дежурным") is null; i++)
            await _child.PressesAsync(_child.Screen.Button("Пропустить") is null ? "Готово" : "Пропустить");
        await _child.PressesAsync("Отправить дежурным");
    }
}
