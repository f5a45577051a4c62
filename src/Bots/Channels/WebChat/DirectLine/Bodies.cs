namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>Reads bodies up to a limit.</summary>
internal static class Bodies
{
    public const int MostActivityBytes = 64 * 1024;

    /// <summary>Null when there is more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[4096];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > most)
                return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
