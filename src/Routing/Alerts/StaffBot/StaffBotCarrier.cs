using System.Globalization;
using Microsoft.Extensions.Options;
using Senim.Routing.Alerts.Sending;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Senim.Routing.Alerts.StaffBot;

/// <summary>A message of the bot of staff, with a button that answers it.</summary>
internal sealed class StaffBotCarrier(StaffBotClient client, IOptions<StaffBotOptions> options) : IAlertCarrier
{
    /// <summary>Before the alert's id in the data of its button (Bot API, InlineKeyboardButton: 1-64 bytes).</summary>
    public const string Press = "alert:";

    public AlertWay Way => AlertWay.StaffBot;

    public bool IsOn => options.Value.IsOn;

    public async Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        var texts = AlertTexts.In(message.Language);
        var label = texts[message.Kind switch
        {
            AlertKind.Drill => "button.here",
            AlertKind.Test => "button.arrived",
            _ => "button.take",
        }];
        try
        {
            await client.Bot.SendMessage(
                chatId: new ChatId(long.Parse(message.Address, CultureInfo.InvariantCulture)),
                text: texts.Body(message),
                replyMarkup: new InlineKeyboardMarkup(new[] { new[] { InlineKeyboardButton.WithCallbackData(label, Press + message.AlertId) } }),
                linkPreviewOptions: LinkPreviewOptions.Disabled,
                protectContent: true,
                cancellationToken: cancellationToken);
            return new Delivery.Sent();
        }
        catch (ApiRequestException error)
        {
            return Map(error);
        }
        catch (RequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Delivery.Unavailable("telegram-away");
        }
    }

    private static Delivery Map(ApiRequestException error) => error.ErrorCode switch
    {
        // Blocked, or the account is no more; the chat cannot be found.
        400 or 403 => new Delivery.Refused($"telegram-{error.ErrorCode}"),
        401 or 404 or 429 or >= 500 => new Delivery.Unavailable($"telegram-{error.ErrorCode}"),
        _ => new Delivery.Later($"telegram-{error.ErrorCode}"),
    };
}
