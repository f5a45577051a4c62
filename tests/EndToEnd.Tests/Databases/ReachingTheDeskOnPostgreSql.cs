using Senim.EndToEnd.Tests.Channels;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Databases;

/// <summary>A node whose signals and queues lie in one PostgreSQL database: what a child tells comes to the officer of its district, who takes it.</summary>
public sealed class ReachingTheDeskOnPostgreSql : IAsyncLifetime
{
    private PostgreSqlDatabase? database;

    public async Task InitializeAsync() => database = await PostgreSqlDatabase.MakeAsync();

    [PostgreSqlFact]
    public async Task What_a_child_tells_over_Telegram_is_first_in_the_queue_of_its_district_alone()
    {
        var node = new TelegramNode(database!.NewFolder());
        await node.InitializeAsync();
        try
        {
            await ReachingTheDesk.FollowAsync(node, "kk");
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    [PostgreSqlFact]
    public async Task What_a_child_texts_is_first_in_the_queue_of_its_district_alone()
    {
        var node = new SmsNode(database!.NewFolder());
        await node.InitializeAsync();
        try
        {
            await OverSms.FollowAsync(node, "ru", "Отчим сейчас бьёт маму, я заперлась в комнате", "Тараз", "Да");
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    public async Task DisposeAsync() => await database!.DisposeAsync();

    private sealed class TelegramNode(HostFolder folder) : ChannelNode(folder)
    {
        private protected override HostSettings Configure(HostSettings settings, FakeBotApiServer telegram) =>
            settings.Webhook(telegram, HostSettings.FreePort());
    }
}
