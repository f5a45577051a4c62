using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;
using Twilio.Clients;
using Twilio.Http;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>A list whose entries are not what Twilio's documentation says: what can be read of it is taken in.</summary>
public sealed class EntriesNobodyExpects : SweepBench
{
    private readonly ScriptedTwilio _twilio = new();

    private protected override IFlow Flow() => new TestFlow();

    private protected override void Configure(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<ITwilioRestClient>(_twilio));

    public static TheoryData<string, string?> Odd => new()
    {
        { "sid", null },
        { "sid", "XX0000000000000000000000000000000f" },
        { "account_sid", "ACfa4e00000000000000000000000000ac" },
        { "to", "+77000000109" },
        { "from", null },
        { "from", "Senim" },
        { "from", "whatsapp:+77010000081" },
        { "body", null },
        { "num_media", null },
        { "num_media", "many" },
        { "direction", null },
        { "direction", "outbound-api" },
        { "direction", "sideways" },
        { "date_sent", null },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task An_odd_entry_is_passed_over_and_stops_no_other(string name, string? value)
    {
        var odd = ScriptedTwilio.Entry("SM0000000000000000000000000000000f", "odd");
        odd[name] = value;
        if (name == "date_sent")
            odd["date_created"] = null;
        _twilio.Messages = new JsonArray(odd, null, new JsonObject(), ScriptedTwilio.Entry("SM0000000000000000000000000000001f", "right"));

        Assert.True(await SweepAsync());

        Assert.Equal(["right"], await HeardAsync());
        Assert.Equal(1, await ConversationsAsync());
        Assert.Equal(["SM0000000000000000000000000000001f"], _twilio.Deleted);
    }

    /// <summary>Gives one page of messages to our number, none from it, and deletes what it is told to.</summary>
    private sealed class ScriptedTwilio : ITwilioRestClient
    {
        public JsonArray Messages { get; set; } = [];

        public List<string> Deleted { get; } = [];

        public string AccountSid => TextForm.Account;

        public string Region => "";

        public Twilio.Http.HttpClient HttpClient => throw new NotSupportedException();

        public static JsonObject Entry(string sid, string body) => new()
        {
            ["sid"] = sid,
            ["account_sid"] = TextForm.Account,
            ["direction"] = "inbound",
            ["from"] = Child,
            ["to"] = TextForm.Number,
            ["body"] = body,
            ["num_media"] = "0",
            ["status"] = "received",
            ["date_sent"] = DateTime.UtcNow.AddHours(-1).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            ["date_created"] = DateTime.UtcNow.AddHours(-1).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        };

        public Response Request(Request request) => throw new NotSupportedException("There is one page.");

        public Task<Response> RequestAsync(Request request)
        {
            if (request.Method.ToString() == "DELETE")
            {
                lock (Deleted)
                    Deleted.Add(Path.GetFileNameWithoutExtension(request.Uri.AbsolutePath));
                return Task.FromResult(new Response(HttpStatusCode.NoContent, ""));
            }

            var isToUs = request.QueryParams.Any(pair => pair.Key == "To");
            var page = new JsonObject { ["messages"] = isToUs ? Messages.DeepClone() : new JsonArray(), ["page_size"] = 200, ["uri"] = "/", ["next_page_uri"] = null };
            return Task.FromResult(new Response(HttpStatusCode.OK, page.ToJsonString()));
        }
    }
}
