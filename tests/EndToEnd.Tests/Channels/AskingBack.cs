using System.Net;
using Senim.EndToEnd.Tests.Harness;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>An officer asks, blind; the child is told in the same chat, reads it when it is safe, and answers; the officer reads the answer.</summary>
public sealed class AskingBackOverTelegram(PollingNode node) : IClassFixture<PollingNode>
{
    [Fact]
    public async Task A_question_comes_into_the_same_chat_and_its_answer_to_the_officer()
    {
        var story = AStory.In("kk");
        var child = node.NewReporter();
        await story.TellAsync(child, "contact_any");
        using var officer = await DeskClient.SignInAsync(node.Host, story.Officer);
        var entry = Assert.Single(await officer.WaitForQueueAsync(1));
        using (var stranger = await DeskClient.SignInAsync(node.Host, story.Stranger))
        using (var refused = await stranger.TryAskAsync(entry, "q_where"))
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        var preview = await officer.AskAsync(entry, "q_own", "kk", "Кімге сенесің?");
        Assert.Contains("Кімге сенесің?", preview, StringComparison.Ordinal);

        // Told, in any hour, of nothing but that there is something.
        Assert.Equal("Жаңа хабарлама келді.", await child.WaitForAsync("follow:go:show"));
        await officer.WaitForPageAsync(entry, "Кімге сенесің?", "Автору сообщили");
        await child.PressAsync("follow:go:show");
        await child.PressAsync("follow:read:yes");
        await officer.WaitForPageAsync(entry, "Прочитан");
        await child.TypeAsync("Әжеме.");
        await child.WaitForAsync("follow:go:status");

        await officer.WaitForPageAsync(entry, "Есть ответ", "Әжеме.", "автору задан вопрос", "автор прочитал вопрос", "автор ответил");
    }

    [Fact]
    public async Task Without_consent_it_waits_until_the_child_looks()
    {
        var story = AStory.In("ru");
        var child = node.NewReporter();
        await story.TellAsync(child);
        using var officer = await DeskClient.SignInAsync(node.Host, story.Officer);
        var entry = Assert.Single(await officer.WaitForQueueAsync(1));

        await officer.AskAsync(entry, "q_where", "ru", "");
        await officer.WaitForPageAsync(entry, "Хабарлаушы өзіне жазуға келіспеген");
        await child.TypeAsync("И вчера тоже.");
        await child.PressAsync("follow:go:show");
        await child.PressAsync("follow:read:yes");

        await officer.WaitForPageAsync(entry, "Оқылды", "хабарлаушы сұрақты оқыды");
    }
}

/// <summary>The same by texts.</summary>
public sealed class AskingBackOverSms(SmsNode node) : IClassFixture<SmsNode>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_question_is_told_of_read_and_answered_by_texts()
    {
        var child = node.NewReporter();
        await child.TypeAsync("Меня дразнят в школе каждый день");
        await ReceivesAsync(child, "Где это?");
        await child.TypeAsync("Тараз");
        await child.TypeAsync("1");
        await child.TypeAsync("1");
        Assert.Contains("Отправлено", await child.TypeAsync("1"), StringComparison.Ordinal);
        using var officer = await DeskClient.SignInAsync(node.Host, "taraz");
        var entry = (await officer.WaitForQueueAsync(1))[0];

        await officer.AskAsync(entry, "q_safe", "ru", "");

        await ReceivesAsync(child, "Есть новое сообщение. Чтобы прочитать: 1");
        Assert.StartsWith("Сейчас безопасно читать?", await child.TypeAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith("Дежурные спрашивают: Сейчас безопасно?", await child.TypeAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith("Спасибо", await child.TypeAsync("3"), StringComparison.Ordinal);
        await officer.WaitForPageAsync(entry, "Есть ответ", "не знает, безопасно ли");
        Assert.Contains("1 код для другого телефона", await child.TypeAsync("статус"), StringComparison.Ordinal);
    }

    private static async Task ReceivesAsync(SmsReporter child, string words)
    {
        for (var until = DateTime.UtcNow + Patience; !child.Received.Any(text => text.Contains(words, StringComparison.Ordinal)); await Task.Delay(50))
            Assert.True(DateTime.UtcNow < until, $"'{words}' was not sent: {string.Join(" / ", child.Received)}");
    }
}
