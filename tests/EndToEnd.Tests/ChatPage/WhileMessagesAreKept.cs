using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Senim.Bots.Conversation.Spool;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

/// <summary>The database is away, and the node keeps on its disk what is written.</summary>
public sealed class WhileMessagesAreKept(KeepingChatPageHost host) : IClassFixture<KeepingChatPageHost>
{
    [ChromiumFact]
    public async Task Calm_words_stand_on_the_page_and_the_talk_goes_on_afterwards()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        var calm = user.Page.Locator("#log .bot.help");
        await using (var db = host.Db())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Conversations\" RENAME TO \"Away\"");
            await user.SayAsync("Меня дразнят в классе");
            await Assertions.Expect(calm).ToContainTextAsync("Сообщение пришло, его прочитает человек.", new() { Timeout = 30_000 });
            await Assertions.Expect(calm.Locator("a[href='tel:112']")).ToHaveCountAsync(1);
            await user.SeesAllSentAsync();
            await user.Browser.ScreenshotAsync("chat-kept", wholePage: false);
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"Conversations\"");
        }

        await user.SeesAsync("AskSafe");
        Assert.Equal(["Меня дразнят в классе"], await user.MyWordsAsync());
        await Assertions.Expect(user.Notice).ToBeEmptyAsync();
    }
}

/// <summary>A host with a spool.</summary>
public sealed class KeepingChatPageHost : ChatPageHost
{
    protected override void Configure(IServiceCollection services, string folder) =>
        services.Configure<SpoolOptions>(spool => spool.Path = Path.Combine(folder, "spool"));
}
