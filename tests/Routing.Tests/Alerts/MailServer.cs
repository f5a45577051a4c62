using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Senim.Routing.Tests.Alerts;

/// <summary>A mail server that keeps what it takes, and refuses what a test says.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Answers by the beginning of a command; anything else is taken.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    public List<string> Commands { get; } = [];

    /// <summary>As they lay between DATA and the dot.</summary>
    public List<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
                await TalkAsync(reader, writer);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 mail.example.kz");
        while (await reader.ReadLineAsync() is { } command)
        {
            Commands.Add(command);
            if (Refusals.FirstOrDefault(refusal => command.StartsWith(refusal.Key, StringComparison.Ordinal)).Value is { } refusal)
            {
                await writer.WriteLineAsync(refusal);
                continue;
            }

            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Mails.Add(await ReadMailAsync(reader));
            }

            await writer.WriteLineAsync(command.StartsWith("AUTH", StringComparison.Ordinal) ? "235 welcome" : "250 well");
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            mail.Append(line).Append("\r\n");
        return mail.ToString();
    }
}
