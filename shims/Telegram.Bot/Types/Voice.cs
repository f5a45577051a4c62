namespace Telegram.Bot.Types;

/// <summary>A voice note.</summary>
public class Voice : FileBase
{
}
