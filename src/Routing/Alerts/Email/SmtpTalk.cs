using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Senim.Routing.Alerts.Email;

/// <summary>As much SMTP (RFC 5321) as it takes to hand over one mail, or to learn whether it would be taken. TLS by STARTTLS or from the start.</summary>
internal sealed class SmtpTalk : IAsyncDisposable
{
    /// <summary>RFC 5321 4.5.3.1.5: 512 octets a reply line; a server that sends a hundred lines is none.</summary>
    private const int MostLines = 100;

    private readonly TcpClient connection;
    private Stream stream;
    private StreamReader reader;
    private List<string> lines = [];

    private SmtpTalk(TcpClient connection, Stream stream)
    {
        this.connection = connection;
        this.stream = stream;
        reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
    }

    public bool IsEncrypted => stream is SslStream;

    public bool IsLocal => connection.Client.RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);

    /// <summary>The code of the last reply.</summary>
    public int LastCode => lines is [.., var last] && last.Length >= 3 && int.TryParse(last.AsSpan(0, 3), out var code) ? code : 0;

    public static async Task<SmtpTalk> ConnectAsync(string host, int port, bool tls, CancellationToken cancellationToken)
    {
        var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(host, port, cancellationToken);
            var talk = new SmtpTalk(connection, connection.GetStream());
            if (tls)
                await talk.WrapAsync(host, cancellationToken);
            await talk.ReadReplyAsync(cancellationToken);
            return talk;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Also asks what the server can do.</summary>
    public async Task<bool> GreetAsync(CancellationToken cancellationToken) =>
        LastCode is 220 or 250 && await SayAsync("EHLO [127.0.0.1]", cancellationToken) == 250;

    public bool Offers(string extension) => lines.Any(line => line.Length > 4 && line[4..].StartsWith(extension, StringComparison.OrdinalIgnoreCase));

    public async Task<bool> EncryptAsync(string host, CancellationToken cancellationToken)
    {
        if (await SayAsync("STARTTLS", cancellationToken) != 220)
            return false;
        await WrapAsync(host, cancellationToken);
        return true;
    }

    public async Task<bool> SignInAsync(string user, string password, CancellationToken cancellationToken) =>
        await SayAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken) == 235
        || (LastCode is 500 or 502 or 504
            && await SayAsync("AUTH LOGIN", cancellationToken) == 334
            && await SayAsync(Base64(user), cancellationToken) == 334
            && await SayAsync(Base64(password), cancellationToken) == 235);

    public async Task<bool> MayWriteAsFromAsync(string from, CancellationToken cancellationToken) =>
        await SayAsync($"MAIL FROM:<{from.ReplaceLineEndings("")}>", cancellationToken) == 250;

    /// <returns>Whether the server would take mail for this address; the code says more.</returns>
    public async Task<bool> MayWriteToAsync(string to, CancellationToken cancellationToken) =>
        await SayAsync($"RCPT TO:<{to.ReplaceLineEndings("")}>", cancellationToken) is 250 or 251;

    /// <param name="message">Header and body; no line of it begins with a dot.</param>
    public async Task<bool> HandOverAsync(string message, CancellationToken cancellationToken) =>
        await SayAsync("DATA", cancellationToken) == 354 && await SayAsync($"{message}\r\n.", cancellationToken) == 250;

    /// <summary>Takes back what was begun.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await SayAsync("RSET", cancellationToken);
        await SayAsync("QUIT", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await stream.DisposeAsync();
        connection.Dispose();
    }

    private async Task WrapAsync(string host, CancellationToken cancellationToken)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancellationToken);
        stream = tls;
        reader.Dispose();
        reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        lines = ["220 encrypted"];
    }

    private async Task<int> SayAsync(string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
        await ReadReplyAsync(cancellationToken);
        return LastCode;
    }

    /// <summary>Lines with a hyphen after the code, then one without.</summary>
    private async Task ReadReplyAsync(CancellationToken cancellationToken)
    {
        lines = [];
        do
        {
            lines.Add(await reader.ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException());
        }
        while (lines[^1].Length > 3 && lines[^1][3] == '-' && lines.Count < MostLines);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
