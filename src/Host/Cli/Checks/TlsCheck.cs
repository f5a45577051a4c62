using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli.Checks;

/// <summary>The public addresses are TLS addresses, can be reached, and their certificates are good for some time yet.</summary>
/// <param name="trust">Whose certificates count; null for those that this machine trusts.</param>
internal sealed class TlsCheck(IConfiguration configuration, NodeSettings settings, TimeProvider clock, X509ChainPolicy? trust = null) : ICheck
{
    private static readonly string[] Settings = ["Senim:Telegram:WebhookUrl", "Senim:Sms:WebhookUrl"];
    private static readonly TimeSpan LeastLeft = TimeSpan.FromDays(14);

    public string About => "TLS";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        var seen = new HashSet<string>();
        foreach (var setting in Settings)
        {
            if (!Uri.TryCreate(configuration[setting], UriKind.Absolute, out var url))
                continue;
            var name = setting.Replace(":", "__", StringComparison.Ordinal);
            if (url.Scheme != Uri.UriSchemeHttps && !settings.IsDevelopment)
                found.Add(new Finding(name, "is not an https address.", "Put a TLS proxy in front (deploy/ has one) and write the address that it answers to."));
            else if (url.Scheme == Uri.UriSchemeHttps && seen.Add(url.Authority) && await FindAtAsync(name, url, cancellationToken) is { } finding)
                found.Add(finding);
        }

        return found;
    }

    private async Task<Finding?> FindAtAsync(string name, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(url.DnsSafeHost, url.Port, cancellationToken);
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.DnsSafeHost, CertificateChainPolicy = trust }, cancellationToken);
            using var certificate = new X509Certificate2(tls.RemoteCertificate!);
            var left = certificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime;
            return left > LeastLeft
                ? null
                : new Finding(name, string.Create(CultureInfo.InvariantCulture, $"the certificate of {url.Authority} ends in {left.TotalDays:0} days."), "See why the proxy has not renewed it.");
        }
        catch (SocketException error)
        {
            return new Finding(name, $"{url.Authority} cannot be reached from this machine ({error.SocketErrorCode}).", "See whether the proxy runs, the name leads to it and the port is open.");
        }
        catch (IOException)
        {
            return new Finding(name, $"{url.Authority} breaks off when TLS begins.", "See whether the port is the proxy's TLS port.");
        }
        catch (AuthenticationException)
        {
            return new Finding(name, $"the certificate of {url.Authority} is not trusted or is for another name.", "Give the proxy a certificate for this name that browsers trust.");
        }
    }
}
