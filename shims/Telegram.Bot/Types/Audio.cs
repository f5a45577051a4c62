namespace Telegram.Bot.Types;

/// <summary>A recording that is sent as music.</summary>
public class Audio : FileBase
{
}
