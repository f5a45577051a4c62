using System.Net;
using System.Net.Sockets;

namespace Senim.EndToEnd.Tests.Nodes;

/// <summary>What stands before several nodes: one port, whose connections go to the nodes in turn, past those that are down.</summary>
internal sealed class RoundRobin : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly IReadOnlyList<int> ports;
    private int next;

    public RoundRobin(IReadOnlyList<int> ports)
    {
        this.ports = ports;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = await ConnectAsync();
        if (far is null)
            return;
        await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
    }

    /// <returns>Null when every node is down; the caller's connection then ends, as with a proxy that finds nobody.</returns>
    private async Task<Socket?> ConnectAsync()
    {
        for (var attempt = 0; attempt < ports.Count; attempt++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, ports[(int)((uint)Interlocked.Increment(ref next) % ports.Count)]);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }

        return null;
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var target = new NetworkStream(to);
            await source.CopyToAsync(target);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or SocketException)
        {
            // One end is gone, and the other is closed with it.
        }
    }
}
