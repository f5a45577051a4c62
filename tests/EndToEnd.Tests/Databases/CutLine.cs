using System.Net;
using System.Net.Sockets;

namespace Senim.EndToEnd.Tests.Databases;

/// <summary>A port of this machine that leads to a PostgreSQL server until it is cut; then nothing listens there and what was open has ended.</summary>
internal sealed class CutLine : IDisposable
{
    private readonly EndPoint server;
    private readonly Lock guard = new();
    private readonly List<Socket> open = [];
    private Socket? listener;

    private CutLine(EndPoint server)
    {
        this.server = server;
        Mend();
    }

    /// <summary>The same before and after a cut.</summary>
    public int Port { get; private set; }

    /// <param name="host">A folder of Unix sockets, as the driver takes it, or a host's name.</param>
    public static CutLine To(string host, int port) =>
        new(host.StartsWith('/') ? new UnixDomainSocketEndPoint(Path.Combine(host, $".s.PGSQL.{port}")) : new DnsEndPoint(host, port));

    /// <summary>Does nothing while the line is whole.</summary>
    public void Mend()
    {
        if (listener is not null)
            return;
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        socket.Listen();
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        listener = socket;
        _ = AcceptAsync(socket);
    }

    public void Cut()
    {
        listener?.Dispose();
        lock (guard)
        {
            listener = null;
            foreach (var socket in open)
                socket.Dispose();
            open.Clear();
        }
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
                _ = CarryAsync(await from.AcceptAsync(), from);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private async Task CarryAsync(Socket client, Socket from)
    {
        using var near = client;
        using var far = server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (guard)
        {
            // Accepted while the line was being cut.
            if (listener != from)
                return;
            open.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(server);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (SocketException)
        {
            // The server itself is not there; the client sees its connection end.
        }

        lock (guard)
            open.RemoveAll(socket => socket == near || socket == far);
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16_384];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // One end is gone, and the other is closed with it.
        }
    }
}
