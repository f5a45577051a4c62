using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Senim.Benchmarks.Load;

/// <summary>One kept-alive connection that writes whole requests and reads whole answers, with as little work of its own as can be.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[32 * 1024];

    public static async Task<Wire> OpenAsync(int port)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(IPAddress.Loopback, port);
        return wire;
    }

    /// <returns>The status of the answer.</returns>
    public async Task<int> AskAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var have = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
                throw new IOException("The server has closed the connection.");
            have += read;
            if (Status(buffer.AsSpan(0, have)) is { } status)
                return status;
        }
    }

    public void Dispose() => socket.Dispose();

    /// <returns>Null while the answer is not whole.</returns>
    private static int? Status(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        var head = Encoding.ASCII.GetString(answer[..end]);
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        var body = answer[(end + 4)..];
        if (head.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return body.EndsWith("0\r\n\r\n"u8) ? status : null;
        return body.Length >= HttpHead.ContentLength(head) ? status : null;
    }
}

internal static class HttpHead
{
    private const string Length = "Content-Length:";

    public static int ContentLength(string head)
    {
        var at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 0;
        var line = head.AsSpan(at + Length.Length);
        var end = line.IndexOf('\r');
        return int.Parse(end < 0 ? line : line[..end], System.Globalization.CultureInfo.InvariantCulture);
    }
}
