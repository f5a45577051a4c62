using Senim.FakeBotApi;

namespace Senim.Hosting.Tests.Checks;

public sealed class CheckingTelegram : CheckedNodeTests
{
    /// <summary>Where nobody listens.</summary>
    private const string Url = "http://127.0.0.1:9/telegram/webhook";

    private const string Everything = "allowed_updates=[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]&max_connections=100";

    [Fact]
    public async Task There_is_no_token()
    {
        Node["Senim:Telegram:Token"] = "";
        await AssertLineAsync("Senim__Telegram__Token: is not set");
    }

    [Fact]
    public async Task The_settings_cannot_be_used()
    {
        Node["Senim:Telegram:PollSeconds"] = "51";
        await AssertLineAsync("Senim__Telegram__PollSeconds: must be 0 to 50.");
    }

    [Fact]
    public async Task The_token_is_not_accepted()
    {
        Node["Senim:Telegram:Token"] = "123456:another-token";
        await AssertLineAsync("Senim__Telegram__Token: Telegram does not accept it (401)");
        Assert.DoesNotContain("another-token", await Node.OnlyLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telegram_cannot_be_reached()
    {
        Node["Senim:Telegram:ApiUrl"] = "http://127.0.0.1:9";
        await AssertLineAsync("Telegram: cannot be reached at http://127.0.0.1:9");
    }

    [Fact]
    public async Task Telegram_answers_with_a_page()
    {
        Node.Telegram.AddFault(Fault.BadGateway() with { Method = "getMe" });
        await AssertLineAsync("Telegram: cannot be reached at");
    }

    [Fact]
    public async Task Polling_while_a_webhook_is_set()
    {
        await Node.CallTelegramAsync("setWebhook", $"url={Url}");
        await AssertLineAsync("Senim__Telegram__WebhookUrl: is not set, yet Telegram posts updates to", Url);
    }

    [Fact]
    public async Task No_webhook_is_set()
    {
        UseWebhook();
        await AssertOneOfTheWebhookAsync("Telegram has no webhook for this bot.");
    }

    [Fact]
    public async Task Another_webhook_is_set()
    {
        UseWebhook();
        await Node.CallTelegramAsync("setWebhook", "url=https://other.example.kz/hook&" + Everything);
        await AssertOneOfTheWebhookAsync("Telegram posts updates to https://other.example.kz/hook instead.");
    }

    [Fact]
    public async Task All_is_right_with_a_webhook()
    {
        UseWebhook();
        await Node.CallTelegramAsync("setWebhook", $"url={Url}&{Everything}");
        Assert.DoesNotContain((await Node.CheckAsync()).Lines, line => line.Contains("Telegram ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Updates_cannot_be_delivered_and_wait()
    {
        UseWebhook();
        await Node.CallTelegramAsync("setWebhook", $"url={Url}&{Everything}");
        for (var message = 0; message <= 100; message++)
            Node.Telegram.SendText(7, "words of a child");
        await WaitForAsync("Telegram could not deliver at");
        var (_, lines) = await Node.CheckAsync();
        Assert.Contains(lines, line => line.Contains("101 updates wait at Telegram", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("words of a child", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_failure_is_forgotten()
    {
        UseWebhook();
        await Node.CallTelegramAsync("setWebhook", $"url={Url}&{Everything}");
        Node.Telegram.SendText(7, "hello");
        await WaitForAsync("Telegram could not deliver at");
        Node.ClockOff = TimeSpan.FromMinutes(61);
        Assert.DoesNotContain((await Node.CheckAsync()).Lines, line => line.Contains("could not deliver", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Telegram_keeps_back_some_kinds_and_opens_few_connections()
    {
        UseWebhook();
        await Node.CallTelegramAsync("setWebhook", $"url={Url}&allowed_updates=[\"message\"]&max_connections=4");
        var (_, lines) = await Node.CheckAsync();
        Assert.Contains(lines, line => line.Contains("kinds EditedMessage, CallbackQuery, MyChatMember", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("only 4 connections", StringComparison.Ordinal));
    }

    private void UseWebhook()
    {
        Node["Senim:Telegram:WebhookUrl"] = Url;
        Node["Senim:Telegram:WebhookSecret"] = "secret";
    }

    /// <summary>Beside the line that says that this address is no TLS address.</summary>
    private async Task AssertOneOfTheWebhookAsync(string said)
    {
        var (_, lines) = await Node.CheckAsync();
        Assert.Contains(said, Assert.Single(lines, line => line.Contains("Telegram ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    /// <summary>The failed delivery happens when the fake server comes to it.</summary>
    private async Task WaitForAsync(string said)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await Node.CheckAsync()).Lines.Any(line => line.Contains(said, StringComparison.Ordinal)))
                return;
            await Task.Delay(50);
        }

        Assert.Fail($"Nothing says \"{said}\".");
    }
}
