namespace Telegram.Bot.Types;

/// <summary>One size of a picture or a thumbnail.</summary>
public class PhotoSize : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }
}
