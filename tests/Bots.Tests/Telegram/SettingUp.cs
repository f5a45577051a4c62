using System.Text.Json;
using Senim.Bots.Channels.Telegram;
using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

public sealed class SettingUp
{
    [Fact]
    public async Task Commands_and_descriptions_are_set_in_three_languages_and_for_all_others()
    {
        await using var host = await TelegramHost.ByPollingAsync();
        var setup = host.Telegram.Setup;

        foreach (var language in (string[])["", "kk", "ru", "en"])
        {
            Assert.Equal(["start", "language", "help", "hide", "cancel"], setup.Commands[$"default/{language}"].Select(command => command.Command));
            Assert.InRange(setup.Descriptions[language].Length, 1, 512);
            Assert.InRange(setup.ShortDescriptions[language].Length, 1, 120);
        }

        Assert.Equal(3, setup.Descriptions.Values.Distinct().Count());
        Assert.Equal(setup.Descriptions["kk"], setup.Descriptions[""]);
    }

    [Fact]
    public async Task What_others_see_of_the_bot_names_no_violence_and_no_police()
    {
        await using var host = await TelegramHost.ByPollingAsync();
        var setup = host.Telegram.Setup;
        var shown = string.Join(' ', [.. setup.Descriptions.Values, .. setup.ShortDescriptions.Values, .. setup.Commands.Values.SelectMany(each => each).Select(command => command.Description)]);

        foreach (var word in (string[])["насили", "полици", "опасн", "зорлық", "полиция", "қауіп", "violence", "police", "danger", "abuse"])
            Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_webhook_is_set_with_its_secret_and_the_kinds_that_are_used()
    {
        await using var host = await TelegramHost.ByWebhookAsync();
        var set = Assert.Single(host.Telegram.CallsOf("setWebhook"));

        Assert.Equal(host.WebhookUrl.ToString(), set["url"]);
        Assert.Equal(TelegramHost.Secret, set["secret_token"]);
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], JsonSerializer.Deserialize<string[]>(set["allowed_updates"]!)!);
        Assert.Null(set["drop_pending_updates"]);
        Assert.Equal(0, host.Telegram.CountCalls("getUpdates"));
    }

    [Fact]
    public async Task For_polling_the_webhook_is_deleted_and_nothing_that_waits_is_dropped()
    {
        await using var host = await TelegramHost.ByPollingAsync();
        var deleted = Assert.Single(host.Telegram.CallsOf("deleteWebhook"));

        Assert.Null(deleted["drop_pending_updates"]);
        Assert.False(host.Telegram.HasWebhook);
    }

    [Fact]
    public async Task It_is_repeated_until_Telegram_takes_it()
    {
        await using var host = await TelegramHost.StartAsync(byWebhook: true, null, null, waits: false, telegram =>
        {
            telegram.AddFault(Fault.DropRequest() with { Method = "setWebhook" });
            telegram.AddFault(Fault.BadGateway() with { Method = "setMyDescription" });
        });
        await host.Telegram.WaitUntilAsync(() => host.Telegram.Setup.ShortDescriptions.Count == 4, TimeSpan.FromSeconds(30));

        Assert.True(host.Telegram.HasWebhook);
        await host.Child(41).TypesAsync("/start");
    }

    [Fact]
    public async Task While_it_fails_children_are_answered_all_the_same()
    {
        await using var host = await TelegramHost.StartAsync(byWebhook: false, null, null, waits: false, telegram =>
            telegram.AddFault(Fault.Refuse(500, "Internal Server Error") with { Method = "setMyCommands", Times = 100 }));
        var child = host.Child(41);
        await child.TypesAsync("/start");

        Assert.NotEmpty(child.Screen.Buttons);
        Assert.Empty(host.Telegram.Setup.Commands);
    }

    public static TheoryData<string, string, string?> WrongSettings() => new()
    {
        { "Token", "", null },
        { "Token", "abc", "Senim__Telegram__Token" },
        { "Token", ":x", "Senim__Telegram__Token" },
        { "ApiUrl", "ftp://example.org", "Senim__Telegram__ApiUrl" },
        { "WebhookUrl", "http://example.org/telegram/webhook", "Senim__Telegram__WebhookUrl" },
        { "WebhookUrl", "nonsense", "Senim__Telegram__WebhookUrl" },
        { "WebhookUrl", "http://127.0.0.1:5080/telegram/webhook", null },
        { "WebhookSecret", "", "Senim__Telegram__WebhookSecret" },
        { "WebhookSecret", "with space", "Senim__Telegram__WebhookSecret" },
        { "PollSeconds", "90", "Senim__Telegram__PollSeconds" },
        { "ShowSeconds", "0", "Senim__Telegram__ShowSeconds" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void A_wrong_setting_is_named_without_being_printed(string name, string value, string? named)
    {
        var options = new TelegramOptions { Token = "1:x", WebhookUrl = "https://example.org/telegram/webhook", WebhookSecret = "s" };
        var property = typeof(TelegramOptions).GetProperty(name)!;
        property.SetValue(options, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        var faults = options.Faults().ToList();

        if (named is null)
            Assert.Empty(faults);
        else
            Assert.StartsWith(named + ":", Assert.Single(faults), StringComparison.Ordinal);
        Assert.All(faults, fault => Assert.True(value.Length < 3 || !fault.Contains(value, StringComparison.Ordinal)));
    }
}
