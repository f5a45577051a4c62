using System.Globalization;
using Senim.Intake;
using Senim.Routing.Alerts.Answering;
using Senim.Routing.Alerts.Sending;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Senim.Routing.Alerts.StaffBot;

/// <summary>What the bot does with one update. To strangers, and to whatever it does not know, it says one neutral line.</summary>
internal sealed class StaffBotTalk(StaffBotClient client, StaffBotLinks links, IAlertAnswers answers)
{
    private const string Start = "/start";

    public Task TakeAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { CallbackQuery: { } press } => PressedAsync(press, cancellationToken),
        { Message: { Text: { } text, Chat: { } chat } message } when message.From?.Id == chat.Id => WrittenAsync(chat.Id, text, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task WrittenAsync(long chat, string text, CancellationToken cancellationToken)
    {
        var address = chat.ToString(CultureInfo.InvariantCulture);
        var linked = text.StartsWith(Start, StringComparison.Ordinal) && text.Length > Start.Length
            ? await links.LinkAsync(text[Start.Length..], address, cancellationToken)
            : null;
        var line = linked is { } language
            ? AlertTexts.In(language)["bot.linked"]
            : AlertTexts.In((await links.OwnerAsync(address, cancellationToken))?.Language ?? Language.Kk)["bot.neutral"];
        await client.Bot.SendMessage(chatId: new ChatId(chat), text: line, cancellationToken: cancellationToken);
    }

    private async Task PressedAsync(CallbackQuery press, CancellationToken cancellationToken)
    {
        var owner = await links.OwnerAsync(press.From.Id.ToString(CultureInfo.InvariantCulture), cancellationToken);
        var alert = press.Data?.StartsWith(StaffBotCarrier.Press, StringComparison.Ordinal) == true ? press.Data[StaffBotCarrier.Press.Length..] : "";
        if (owner is not { } known)
        {
            await client.Bot.AnswerCallbackQuery(press.Id, AlertTexts.In(Language.Kk)["bot.neutral"], cancellationToken: cancellationToken);
            return;
        }

        var answer = await answers.AcknowledgeAsync(known.StaffId, alert, AlertWay.StaffBot, cancellationToken);
        var line = AnswerLines.Of(answer, AlertTexts.In(known.Language));
        await client.Bot.AnswerCallbackQuery(press.Id, line, cancellationToken: cancellationToken);

        // The button goes, what became of it stays.
        if (press.Message is { Text: { } shown } message)
        {
            await client.Bot.EditMessageText(
                chatId: new ChatId(message.Chat.Id),
                messageId: message.Id,
                text: $"{shown}\n\n{line}",
                linkPreviewOptions: LinkPreviewOptions.Disabled,
                cancellationToken: cancellationToken);
        }
    }
}
