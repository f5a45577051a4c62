using Microsoft.EntityFrameworkCore;
using Senim.Bots.Tests.Telegram;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using static Senim.Bots.Tests.Afterwards.QuestionsOverTelegram;

namespace Senim.Bots.Tests.Afterwards;

/// <summary>A second report in the same chat takes nothing from the first: what staff ask about that is read, answered and written there.</summary>
public sealed class AboutAnEarlierReport : IAsyncLifetime
{
    private const long Chat = 4_713;
    private TelegramHost _host = null!;
    private Child _child = null!;
    private SignalId _first;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        _child = _host.Child(Chat);
        await _child.TypesAsync("/start");
        _first = await SignalAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_answer_goes_to_the_report_that_was_asked_about_and_the_second_one_goes_on()
    {
        await AskAsync(_host, _first);
        await ListedAsync(_host, _first, QuestionState.Pushed);
        await _host.Telegram.WaitUntilAsync(() => _child.Chat.BotMessages.Count == 1);
        var push = _child.Screen;
        await BeginAnewAsync();
        await _child.TypesAsync("Сестру тоже обижают.");

        await _child.PressesAsync(push, "Показать");
        await _child.PressesAsync("Да, безопасно");
        await ListedAsync(_host, _first, QuestionState.Read);
        await _child.TypesAsync("Тёте Гуле");
        Assert.StartsWith("Спасибо", _child.Screen.Text, StringComparison.Ordinal);

        var answered = await ListedAsync(_host, _first, QuestionState.Answered);
        Assert.Equal(("Тёте Гуле", (string?)null), (answered.Answer!.Text, answered.Bar));
        Assert.NotNull(answered.PushedUtc);
        Assert.Equal([ShortReports.Story, "Тёте Гуле"], (await _host.ReadAsync(_first.Value)).Story.Select(part => part.Text));
        await _child.PressesAsync("Назад");
        var state = await _host.StateAsync(Chat);
        Assert.Equal("Сестру тоже обижают.", Assert.Single(state.Draft.Story).Text);
        Assert.Null(state.Signal);
        Assert.Empty(_host.Logs.Errors);
    }

    [Fact]
    public async Task What_is_asked_after_the_second_was_begun_waits_until_the_talk_rests_and_danger_in_the_answer_raises_the_first()
    {
        await BeginAnewAsync();
        await AskAsync(_host, _first);
        await WaitAsync(async () => (await _host.StateAsync(Chat)).Follow?.Questions.Count == 1);
        Assert.Null((await ListAsync(_host, _first)).Single().Bar);
        await _child.PressesAsync("Очистить и выйти");
        await _child.TypesAsync("/start");
        var question = (await _host.StateAsync(Chat)).Follow!.Questions.Single();
        Assert.Equal(_first.Value, question.Signal);
        _host.Telegram.PressStaleButton(Chat, _child.Screen.Id, "follow:go:show");
        await _host.Telegram.WaitUntilDeliveredAsync();
        await _child.PressesAsync("Да, безопасно");
        await _child.TypesAsync("Никому, он меня душит");

        Assert.Contains("102", _child.Screen.Text, StringComparison.Ordinal);
        await ListedAsync(_host, _first, QuestionState.Answered);
        await using var db = _host.Db();
        Assert.Equal(Senim.Intake.Triage.Urgency.Emergency, (await db.Signals.SingleAsync(row => row.Id == _first.Value)).Urgency);
    }

    [Fact]
    public async Task Once_the_first_is_erased_words_that_answer_it_belong_to_the_second()
    {
        await AskAsync(_host, _first);
        await ListedAsync(_host, _first, QuestionState.Pushed);
        await _host.Telegram.WaitUntilAsync(() => _child.Chat.BotMessages.Count == 1);
        var push = _child.Screen;
        await BeginAnewAsync();
        await _child.PressesAsync(push, "Показать");
        await _child.PressesAsync("Да, безопасно");
        await using (var db = _host.Db())
        {
            var key = (await db.Signals.SingleAsync(row => row.Id == _first.Value)).DataKeyId;
            await db.DataKeys.Where(row => row.Id == key).ExecuteDeleteAsync();
        }

        await _child.TypesAsync("Тёте Гуле");

        Assert.Equal("Тёте Гуле", Assert.Single((await _host.StateAsync(Chat)).Draft.Story).Text);
        Assert.Empty(_host.Logs.Errors);
    }

    /// <summary>The test's flow takes a bare start for a whole report, so that the first one is left by its button.</summary>
    private async Task BeginAnewAsync()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Начать новое сообщение");
        Assert.Contains("Сейчас безопасно?", _child.Screen.Text, StringComparison.Ordinal);
    }
}
