using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Senim.EndToEnd.Tests.Channels;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;
using Senim.FakeTwilio;
using Senim.Intake.Checkpoints;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Pictures;

namespace Senim.EndToEnd.Tests.Privacy;

/// <summary>
/// Three children report, over Telegram, at the web chat and by SMS, and the desk takes all signals. Nothing that is theirs can be found
/// afterwards in the files of the node, its output or its events, in any encoding, while the same search finds a planted copy.
/// </summary>
public sealed class NoTraceOfAReporter
{
    private const long Chat = 7_482_915_630_217;
    private const string FirstName = "Зәуремаркераты";
    private const string LastName = "Маркерфамилиясы";
    private const string Username = "marker_username_q7x";
    private const string TelegramWord = "қызғалдақбелгісі";
    private const string WebWord = "подснежникметка";
    private const string SmsWord = "сморчокметка";
    private const string QuestionWord = "вопрошайкаметка";
    private const string AnswerWord = "жауапбелгісі";
    private const string OwnAnswerWord = "ответнаяметка";
    private const string Number = "+77016482957";
    private const string Browser = "MarkerBrowser-97531";
    private const string Address = "203.0.113.177";
    private const string FileName = "marker-filename-mzx.jpg";
    private const string InFile = "MarkerInsideAFile31337";
    private const string WebFileName = "marker-webname-mzy.jpg";
    private const string InWebFile = "MarkerInsideAWebFile7331";
    private const string InTextedFile = "MarkerInsideATextedFile99";
    private const string ActivityId = "marker-activity-864209-";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_left_in_files_output_or_events(bool usesWebhook)
    {
        using var folder = new HostFolder();
        await using var telegram = await FakeBotApiServer.StartAsync();
        telegram.DescribeUser(Chat, FirstName, LastName, Username, "ru");
        var port = HostSettings.FreePort();
        await using var twilio = await HostSettings.StartTwilioAsync(port);
        var plain = HostSettings.For(folder);
        var settings = (usesWebhook ? plain.Webhook(telegram, port) : plain.Polling(telegram)).Texts(twilio, port);

        // A process dies with the event in hand, so that it can be read where it lies; a reply that is owed may be in hand before it.
        List<string> output = [];
        List<string> events = [];
        var telling = TellAsync(new TelegramReporter(telegram, Chat), TelegramWord, () => telegram.SendDocument(Chat, FileName, TakenPicture.Jpeg(InFile)));
        while (events.Count == 0)
        {
            await using var dying = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{Checkpoint.OutboxMarked}:1"));
            await dying.WaitForExitAsync();
            output.AddRange([.. dying.Output, .. dying.Errors]);
            events = await EventsAsync(folder);
        }

        Dictionary<string, string> markers;
        await using (var host = await HostProcess.StartAsync(settings))
        {
            await telling;
            using var web = new WebReporter(host, Browser, Address) { ActivityIdPrefix = ActivityId };
            await TellAsync(web, WebWord);
            Assert.Equal(HttpStatusCode.OK, await web.UploadAsync(null, WebFileName, TakenPicture.Png(InWebFile)));
            Assert.Contains("activities", await web.FollowAsync(), StringComparison.Ordinal);
            await TextAsync(twilio);
            markers = Markers(telegram, web, twilio);
            await SendRubbishAsync(host, web);

            // One from each child, and what stood for a file among the rubbish.
            await StoredAsync(folder, 4);
            await TakeAsync(host);
            await AskAsync(host, new TelegramReporter(telegram, Chat));
            markers["code"] = await CodeAsync(new TelegramReporter(telegram, Chat));
            markers["digits of the code"] = markers["code"].Replace(" ", "", StringComparison.Ordinal);
            await AnswerFromAnotherPhoneAsync(host, twilio, markers["code"]);
            output.AddRange([.. host.Output, .. host.Errors]);
        }

        Assert.Contains(output, line => line.Contains("trce:", StringComparison.Ordinal));
        var search = new Search(markers);
        Assert.Empty(search.Lines("output", output));
        Assert.Empty(search.Lines("events", events));
        Assert.Empty(search.Files(folder.Path));

        await PlantAsync(folder, markers);
        var found = search.Files(folder.Path);
        Assert.All(markers.Keys, name => Assert.Contains(found, hit => hit.Contains($": {name} as ", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Markers(FakeBotApiServer telegram, WebReporter web, FakeTwilioServer twilio) => new()
    {
        ["chat id"] = $"{Chat}",
        ["first name"] = FirstName,
        ["last name"] = LastName,
        ["username"] = Username,
        ["Telegram story"] = TelegramWord,
        ["bot token"] = telegram.Token.Split(':')[1],
        ["webhook secret"] = HostSettings.WebhookSecret,
        ["web story"] = WebWord,
        ["browser"] = Browser,
        ["address"] = Address,
        ["activity id"] = ActivityId,
        ["web conversation"] = web.Conversation,
        ["web token"] = web.Token,
        ["number"] = Number[1..],
        ["SMS story"] = SmsWord,
        ["SMS id"] = twilio.Kept.First(message => message.Direction == "inbound").Sid,
        ["id of a reply"] = twilio.Kept.First(message => message.Direction != "inbound").Sid,
        ["account token"] = twilio.AuthToken,
        ["question"] = QuestionWord,
        ["answer"] = AnswerWord,
        ["words from another phone"] = OwnAnswerWord,
        ["file name"] = FileName,
        ["picture"] = InFile,
        ["file id"] = "AgAD-file_",
        ["web file name"] = WebFileName,
        ["web picture"] = InWebFile,
        ["texted picture"] = InTextedFile,
        ["id of a texted file"] = twilio.AllMedia.Single(),
    };

    /// <summary>An answer that does not arrive, and a reply that is sent, are noted too.</summary>
    private static async Task TextAsync(FakeTwilioServer twilio)
    {
        var child = new SmsReporter(twilio, Number);
        await child.TypeAsync($"Отчим сейчас бьёт меня, {SmsWord}");
        await child.TypeAsync("Тараз");
        await child.TypeAsync("Да");
        await twilio.SendTextAsync(Number, $"Вот {SmsWord}", attachments: [new Attachment("image/webp", TakenPicture.WebP(InTextedFile))]);
        await twilio.ReportStatusAsync(twilio.Phone(Number)[^1].Sid, "undelivered", 30003);
    }

    private static async Task TellAsync(IReporter child, string word, Func<int>? send = null)
    {
        var story = AStory.In("ru") with { Words = $"Отчим часто бьёт меня, {word}.", Place = "Тараз" };
        await story.TellAsync(child);
        send?.Invoke();
        await child.TypeAsync($"И ещё: {word}");
        await child.WaitForAsync("receipt:place");
    }

    /// <summary>Files come after their senders were answered.</summary>
    private static async Task StoredAsync(HostFolder folder, int count)
    {
        await using var stores = new NodeStores(folder);
        for (var until = DateTime.UtcNow + TimeSpan.FromSeconds(60); ; await Task.Delay(100))
        {
            await using var db = stores.Intake();
            var files = await db.Evidence.Select(file => new { file.Channel, file.State }).ToListAsync();
            if (files.Count(file => file.State == EvidenceState.Stored) == count)
                return;
            Assert.True(DateTime.UtcNow < until, $"The files did not come: {string.Join(", ", files)}");
        }
    }

    private static async Task<List<string>> EventsAsync(HostFolder folder)
    {
        await using var stores = new NodeStores(folder);
        await using var db = stores.Intake();
        return await db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Event).Select(row => row.RoutingKey + " " + row.Body).ToListAsync();
    }

    /// <summary>What is refused must not be written down either.</summary>
    private static async Task SendRubbishAsync(HostProcess host, WebReporter web)
    {
        using var http = new HttpClient { BaseAddress = host.PublicUrl };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Browser);
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", Address);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", web.Token);
        using (await http.GetAsync(new Uri($"/no/such/page/{Username}?t={web.Token}&word={Uri.EscapeDataString(WebWord)}", UriKind.Relative)))
        using (await PostAsync(http, "/telegram/webhook", $"{{\"update_id\":1,\"message\":{{\"text\":\"{TelegramWord}\"}}"))
        using (await PostAsync(http, "/sms/webhook", $"From={Number}&Body={SmsWord}"))
        using (await PostAsync(http, $"/sms/status?r={Number}", $"To={Number}&Body=%zz{SmsWord}"))
        using (await PostAsync(http, $"/v3/directline/conversations/{web.Conversation}/activities", $"{{\"type\":\"message\",\"text\":\"{WebWord}"))
        using (await PostAsync(http, $"/v3/directline/conversations/{web.Conversation}/upload", WebWord))
        {
        }

        using var desk = new HttpClient { BaseAddress = host.DeskUrl };
        using (await desk.GetAsync(new Uri($"/queue/{Username}?word={Uri.EscapeDataString(WebWord)}", UriKind.Relative)))
        {
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private static async Task TakeAsync(HostProcess host)
    {
        using var officer = await DeskClient.SignInAsync(host, "taraz");
        foreach (var entry in await officer.WaitForQueueAsync(3))
            Assert.Contains(entry.Reference, await officer.AcknowledgeAsync(entry), StringComparison.Ordinal);
    }

    /// <summary>A question and its answer, each with a word that nobody else uses.</summary>
    private static async Task AskAsync(HostProcess host, TelegramReporter child)
    {
        using var officer = await DeskClient.SignInAsync(host, "taraz");
        var entry = await EntryAsync(officer, TelegramWord);
        await officer.AskAsync(entry, "q_own", "ru", $"Кому можно доверять, {QuestionWord}?");
        await officer.WaitForPageAsync(entry, "Автор не соглашался");
        await child.TypeAsync("Я тут.");
        await child.PressAsync("follow:go:show");
        await child.PressAsync("follow:read:yes");
        await officer.WaitForPageAsync(entry, QuestionWord, "Прочитан");
        await child.TypeAsync($"Бабушке, {AnswerWord}");
        await officer.WaitForPageAsync(entry, AnswerWord, "Есть ответ");
    }

    private static async Task<string> CodeAsync(TelegramReporter child)
    {
        await child.PressAsync("follow:go:status");
        await child.PressAsync("follow:go:code");
        while (true)
        {
            // The page before has that button too.
            if (Regex.Match(await child.WaitForAsync("follow:go:code"), @"\d{4} \d{4} \d{4} \d{4}") is { Success: true } code)
                return code.Value;
            await Task.Delay(50);
        }
    }

    private static async Task AnswerFromAnotherPhoneAsync(HostProcess host, FakeTwilioServer twilio, string code)
    {
        var other = new SmsReporter(twilio, "+77016482958");
        await other.TypeAsync(code);
        await other.TypeAsync($"И ещё одно: {OwnAnswerWord}");
        using var officer = await DeskClient.SignInAsync(host, "taraz");
        await officer.WaitForPageAsync(await EntryAsync(officer, TelegramWord), OwnAnswerWord);
    }

    private static async Task<QueueEntry> EntryAsync(DeskClient officer, string word)
    {
        foreach (var entry in await officer.QueueAsync())
        {
            if ((await officer.ReadAsync(entry)).Contains(word, StringComparison.Ordinal))
                return entry;
        }

        throw new InvalidOperationException("The signal is not in the queue.");
    }

    private static async Task PlantAsync(HostFolder folder, Dictionary<string, string> markers)
    {
        await using var stores = new NodeStores(folder);
        await using var db = stores.Intake();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Planted (Word TEXT)");
        foreach (var marker in markers.Values)
            await db.Database.ExecuteSqlInterpolatedAsync($"INSERT INTO Planted VALUES ({"before " + marker + " after"})");
    }
}
