using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Senim.Benchmarks.Load;

namespace Senim.Benchmarks.Peers;

/// <summary>Answers every call of the Bot API and of Twilio's with what a success looks like, and counts them. It must not be what is measured.</summary>
internal sealed class LeanApi : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private long calls;
    private int message = 1000;

    public LeanApi()
    {
        listener.Start(1024);
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public long Calls => Interlocked.Read(ref calls);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            socket.NoDelay = true;
            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            var buffer = new byte[64 * 1024];
            var have = 0;
            while (true)
            {
                var whole = Whole(buffer.AsSpan(0, have), out var head);
                while (whole is null || have < whole)
                {
                    var read = await socket.ReceiveAsync(buffer.AsMemory(have));
                    if (read == 0)
                        return;
                    have += read;
                    whole = Whole(buffer.AsSpan(0, have), out head);
                }

                Buffer.BlockCopy(buffer, whole.Value, buffer, 0, have - whole.Value);
                have -= whole.Value;
                Interlocked.Increment(ref calls);
                await socket.SendAsync(Answer(head));
            }
        }
    }

    private static int? Whole(ReadOnlySpan<byte> request, out string head)
    {
        var end = request.IndexOf("\r\n\r\n"u8);
        head = end < 0 ? "" : Encoding.ASCII.GetString(request[..end]);
        return end < 0 ? null : end + 4 + HttpHead.ContentLength(head);
    }

    private byte[] Answer(string head)
    {
        var line = head.AsSpan(0, head.IndexOf('\r', StringComparison.Ordinal));
        var body = line.Contains("/2010-04-01/", StringComparison.Ordinal)
            ? """{"sid":"SM00000000000000000000000000000001","status":"queued","messages":[],"next_page_uri":null}"""
            : line.Contains("/sendMessage", StringComparison.OrdinalIgnoreCase) || line.Contains("/editMessageText", StringComparison.OrdinalIgnoreCase)
                ? string.Create(CultureInfo.InvariantCulture, $$$"""{"ok":true,"result":{"message_id":{{{Interlocked.Increment(ref message)}}},"date":1700000000,"chat":{"id":1,"type":"private"},"text":"x"}}""")
                : line.Contains("/getMe", StringComparison.OrdinalIgnoreCase)
                    ? """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x"}}"""
                    : """{"ok":true,"result":true}""";
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
    }
}
