using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Bodies that bear the secret and are not what they should be.</summary>
public sealed class BadBodies(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private static readonly HttpClient Http = new();

    private readonly TelegramHost host = fixture.Host;

    private byte[] Chat5 => host.Get<BlindIndex>().Conversation(ChannelKind.Telegram, "5").ToBytes();

    public static TheoryData<string, byte[]> BrokenBodies() => new()
    {
        { "empty", [] },
        { "not JSON", "hello"u8.ToArray() },
        { "broken off", "{\"update_id\":1,\"message\":{"u8.ToArray() },
        { "null", "null"u8.ToArray() },
        { "a list", "[{\"update_id\":1}]"u8.ToArray() },
        { "a number", "7"u8.ToArray() },
        { "an empty object", "{}"u8.ToArray() },
        { "no UTF-8", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d] },
        { "half a sign", "{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":5,\"type\":\"private\"},\"date\":1,\"text\":\"\\ud800\"}}"u8.ToArray() },
        { "members of other types", "{\"update_id\":\"x\",\"message\":[1,2],\"callback_query\":\"y\"}"u8.ToArray() },
        { "too large a number", "{\"update_id\":99999999999999999999,\"message\":{\"message_id\":1}}"u8.ToArray() },
        { "very deep", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"message\":", 500)) + "1" + new string('}', 500)) },
        { "the same member twice", "{\"update_id\":1,\"update_id\":2,\"message\":null,\"message\":[]}"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task What_is_no_update_is_answered_200_in_silence(string which, byte[] body)
    {
        using var response = await PostAsync(new ByteArrayContent(body));

        Assert.True(response.StatusCode == HttpStatusCode.OK, which);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(host.Logs.Errors);
        await using var db = host.Db();
        Assert.False(await db.Conversations.AnyAsync(row => row.Key == Chat5));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_not_taken()
    {
        using var known = await PostAsync(new ByteArrayContent(new byte[600 * 1024]));
        using var unknown = await PostAsync(new ChunkedContent(600 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unknown.StatusCode);
        Assert.Empty(host.Logs.Errors);
    }

    [Theory]
    [MemberData(nameof(MappingUpdates.Payloads), MemberType = typeof(MappingUpdates))]
    public async Task Each_update_that_Telegram_may_send_is_answered_200(string file)
    {
        using var response = await PostAsync(new StringContent(MappingUpdates.Read(file)["update"]!.ToJsonString(), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Logs.Errors);
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl) { Content = content };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);
        return Http.SendAsync(request);
    }

    /// <summary>A body whose length is not told beforehand.</summary>
    private sealed class ChunkedContent(int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                for (var sent = 0; sent < length; sent += 4096)
                    await stream.WriteAsync(new byte[4096]);
            }
            catch (IOException)
            {
                // The server has heard enough.
            }
        }

        protected override bool TryComputeLength(out long ignored)
        {
            ignored = 0;
            return false;
        }
    }
}
