namespace Senim.Bots.Channels.Telegram;

/// <summary>The name under which the bot is found, for links to it.</summary>
public interface IBotName
{
    /// <returns>Without @; null when there is no bot, or Telegram does not say.</returns>
    Task<string?> FindAsync(CancellationToken cancellationToken);
}
