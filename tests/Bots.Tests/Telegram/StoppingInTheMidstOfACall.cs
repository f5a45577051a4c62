using Moq;
using Senim.Bots.Channels.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace Senim.Bots.Tests.Telegram;

public sealed class StoppingInTheMidstOfACall
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unread_answer_counts_as_a_failure_only_while_nobody_stops(bool stops)
    {
        using var stopping = new CancellationTokenSource();
        var client = new Mock<ITelegramBotClient>();
        client.Setup(each => each.SendRequest(It.IsAny<IRequest<bool>>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                if (stops)
                    await stopping.CancelAsync();
                throw new RequestException("unread", new TaskCanceledException());
            });

        var call = new TelegramCalls(client.Object, TimeSpan.FromMinutes(1)).AnswerPressAsync("press", stopping.Token);

        if (stops)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        else
            Assert.IsType<CallResult.Later>(await call);
    }
}
