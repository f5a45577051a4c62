using Senim.Bots.Tests.Afterwards;
using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Once the contact is deleted nobody can clean the chat later: what was written there goes at once.</summary>
public sealed class CleaningWhenTheContactGoes : IAsyncLifetime
{
    private const string Told = "Написанное в этом чате сейчас тоже удаляется.";
    private TelegramHost _host = null!;
    private Child _child = null!;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        _child = _host.Child(43);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_still_in_the_chat_goes_at_once_and_the_child_is_told(bool looksAtTheStatusFirst)
    {
        await WriteAsync();
        if (looksAtTheStatusFirst)
            await _child.PressesAsync("Что с сообщением");
        await _child.PressesAsync("Удалить мой контакт");

        Assert.Contains(Told, _child.Screen.Text, StringComparison.Ordinal);
        Assert.Empty(_child.Chat.UserMessages);
    }

    [Fact]
    public async Task A_call_that_fails_is_made_again()
    {
        await WriteAsync();
        await _child.PressesAsync("Что с сообщением");
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages", Times = 2 });
        await _child.PressesAsync("Удалить мой контакт");

        Assert.Empty(_child.Chat.UserMessages);
    }

    [Fact]
    public async Task What_failed_each_time_goes_with_the_next_message_and_so_does_that_message()
    {
        await WriteAsync();
        await _child.PressesAsync("Что с сообщением");
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages", Times = 1000 });
        await _child.PressesAsync("Удалить мой контакт");
        Assert.NotEmpty(_child.Chat.UserMessages);
        _host.Telegram.ClearFaults();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage" });
        await _child.TypesAsync("И сегодня тоже.");

        Assert.Empty(_child.Chat.UserMessages);
        Assert.DoesNotContain(Told, _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_from_another_phone_it_goes_too()
    {
        await WriteAsync();
        await _child.PressesAsync("Что с сообщением");
        await _child.PressesAsync("Код для другого телефона");
        var code = _child.Screen.Text!.Split('\n').Single(line => line.Length == 19 && char.IsAsciiDigit(line[0]));
        var other = _host.Child(44);
        await other.TypesAsync(code);
        await other.PressesAsync("Удалить мой контакт");

        await _host.Telegram.WaitUntilAsync(() => _child.Chat.UserMessages.Count == 0);
    }

    [Fact]
    public async Task What_the_child_wants_to_keep_stays_and_nothing_is_said_of_it()
    {
        await _child.TypesAsync("/start");
        await _child.TypesAsync("И вчера тоже.");
        await _child.PressesAsync("Не удалять из чата");
        await _child.TypesAsync("И сегодня.");
        await _child.PressesAsync("Удалить мой контакт");

        Assert.Contains(_child.Chat.UserMessages, message => message.Text == "И сегодня.");
        Assert.DoesNotContain(Told, _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_of_it_where_nothing_was_typed()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Удалить мой контакт");

        Assert.DoesNotContain(Told, _child.Screen.Text, StringComparison.Ordinal);
    }

    /// <summary>Messages that Telegram did not remove when it was asked to.</summary>
    private async Task WriteAsync()
    {
        await _child.TypesAsync("/start");
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage", Times = 1000 });
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages", Times = 1000 });
        await _child.TypesAsync("И вчера тоже.");
        await _child.TypesAsync("И сегодня.");
        _host.Telegram.ClearFaults();
        Assert.NotEmpty(_child.Chat.UserMessages);
    }
}
