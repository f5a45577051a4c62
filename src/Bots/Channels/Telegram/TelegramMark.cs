namespace Senim.Bots.Channels.Telegram;

/// <summary>What of an update only this channel understands.</summary>
/// <param name="PressedMessage">Id of the message whose button was pressed.</param>
/// <param name="TypedMessage">Id of a message the reporter sent.</param>
/// <param name="CallbackQuery">Id of the press, to be answered.</param>
internal sealed record TelegramMark(int? PressedMessage, int? TypedMessage, string? CallbackQuery);
