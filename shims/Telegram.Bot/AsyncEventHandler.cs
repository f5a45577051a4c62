namespace Telegram.Bot;

/// <summary>A handler that the client awaits.</summary>
public delegate ValueTask AsyncEventHandler<in TArgs>(ITelegramBotClient botClient, TArgs args, CancellationToken cancellationToken = default);
