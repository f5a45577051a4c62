namespace Telegram.Bot.Types;

/// <summary>A round video message.</summary>
public class VideoNote : FileBase
{
}
