using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Senim.Hosting.Tests.Checks;

/// <summary>A mail server that answers what a test says and notes what it was told.</summary>
internal sealed class MailListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> replies;
    private readonly X509Certificate2? certificate;
    private readonly Task serving;
    private readonly List<string> told = [];

    /// <param name="replies">By the beginning of a command; anything else is answered 250. Empty: the connection is broken off.</param>
    public MailListener(Dictionary<string, string>? replies = null, X509Certificate2? certificate = null)
    {
        this.replies = replies ?? [];
        this.certificate = certificate;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Commands in their order.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (told)
                return [.. told];
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        try
        {
            await SayAsync(stream, Reply("", "220 mail.example.kz"));
            while (await ReadLineAsync(stream) is { } command)
            {
                lock (told)
                    told.Add(command);
                var reply = command.StartsWith("EHLO", StringComparison.Ordinal)
                    ? Reply("EHLO", certificate is null || stream is SslStream ? "250-mail.example.kz\r\n250 AUTH PLAIN" : "250-mail.example.kz\r\n250 STARTTLS")
                    : Reply(command, command.StartsWith("AUTH", StringComparison.Ordinal) ? "235 welcome" : command == "STARTTLS" ? "220 go on" : "250 well");
                if (reply.Length == 0)
                    return;
                await SayAsync(stream, reply);
                if (command == "STARTTLS" && certificate is not null)
                {
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(certificate);
                    stream = tls;
                }
            }
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client left.
        }
    }

    private string Reply(string command, string usual) =>
        replies.FirstOrDefault(reply => reply.Key.Length == 0 ? command.Length == 0 : command.StartsWith(reply.Key, StringComparison.Ordinal)).Value ?? usual;

    private static async Task SayAsync(Stream stream, string reply) => await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(reply + "\r\n"));

    /// <summary>Byte by byte: what follows STARTTLS belongs to another layer.</summary>
    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return System.Text.Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
