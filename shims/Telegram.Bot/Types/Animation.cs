namespace Telegram.Bot.Types;

/// <summary>A silent moving picture.</summary>
public class Animation : FileBase
{
}
