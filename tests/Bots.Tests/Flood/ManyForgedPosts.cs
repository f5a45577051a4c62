using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Channels;
using Senim.Bots.Tests.Sms;
using Senim.Bots.Tests.Telegram;
using Senim.Intake.Storage;

namespace Senim.Bots.Tests.Flood;

/// <summary>Posts that are not the provider's, by the hundred: no row, and a line a minute that says how many.</summary>
public sealed class ManyForgedPosts
{
    private const int Posts = 300;
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Updates_without_the_secret_leave_no_row_and_one_line()
    {
        var clock = new HeldMinutes();
        await using var host = await TelegramHost.ByWebhookAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        await PostAsync(HttpStatusCode.Unauthorized, i =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl)
            {
                Content = new StringContent($$$"""{"update_id":{{{i}}},"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"hi"}}""", Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", $"secret{i}");
            return request;
        });

        await AssertOneLineAsync(host.Db(), host.Logs, clock);
    }

    [Fact]
    public async Task Texts_without_the_signature_leave_no_row_and_one_line()
    {
        var clock = new HeldMinutes();
        await using var host = await SmsHost.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        await PostAsync(HttpStatusCode.Forbidden, i =>
            i % 2 == 0
                ? TextForm.Request(host.WebhookUrl, TextForm.Of(("MessageSid", $"SM{i:x32}")).Encode(), ["wrong"])
                : TextForm.Request(new Uri($"{host.StatusUrl}?r={new string('a', 16)}"), TextForm.Of().Encode(), ["wrong"]));

        await AssertOneLineAsync(host.Db(), host.Logs, clock);
    }

    private static async Task PostAsync(HttpStatusCode expected, Func<int, HttpRequestMessage> request)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, Posts), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
        {
            using var response = await Http.SendAsync(request(i), cancellation);
            Assert.Equal(expected, response.StatusCode);
        });
    }

    private static async Task AssertOneLineAsync(IntakeDb db, LogCatcher logs, HeldMinutes clock)
    {
        Assert.DoesNotContain(logs.Lines, line => line.Category == typeof(ForgedPosts).FullName);
        clock.End();

        var told = Assert.Single(logs.Lines, line => line.Category == typeof(ForgedPosts).FullName);
        Assert.Contains($" {Posts} posts ", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, clock.Waiting);
        await using (db)
        {
            Assert.Equal(0, await db.Deliveries.CountAsync());
            Assert.Equal(0, await db.Conversations.CountAsync());
        }
    }
}
