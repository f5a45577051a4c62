using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Senim.Browser;
using Senim.EndToEnd.Tests.Harness;

namespace Senim.EndToEnd.Tests.Proxy;

/// <summary>Caddy with the file of <c>deploy/</c>, on a free port of this machine and with a certificate of its own.</summary>
internal sealed class RunningProxy : IAsyncDisposable
{
    private const string PublicName = "senim.test";
    private const string DeskName = "desk.senim.test";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("senim-caddy-").FullName;
    private readonly ConcurrentQueue<string> log = new();
    private readonly HttpMessageInvoker sockets;
    private readonly Process process;

    private RunningProxy(Uri publicUpstream, Uri deskUpstream, string deskNetworks)
    {
        var port = HostSettings.FreePort();
        (Public, Desk) = (new Uri($"https://{PublicName}:{port}/"), new Uri($"https://{DeskName}:{port}/"));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(WriteCertificate());
        Client = new HttpClient(Handler(trust)) { Timeout = Patience };
        sockets = new HttpMessageInvoker(Handler(trust));

        // Port 80 is not free to be taken in a test; there is nothing on it but the way to 443.
        var file = Path.Combine(folder, "Caddyfile");
        File.WriteAllText(file, File.ReadAllText(RepositoryRoot.Combine("deploy", "caddy", "Caddyfile")).Replace("\tadmin off", $"\tadmin off\n\thttp_port {HostSettings.FreePort()}", StringComparison.Ordinal));
        var start = new ProcessStartInfo("caddy") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["run", "--adapter", "caddyfile", "--config", file])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["SENIM_PUBLIC_HOST"] = Public.Authority,
            ["SENIM_DESK_HOST"] = Desk.Authority,
            ["SENIM_DESK_NETWORKS"] = deskNetworks,
            ["SENIM_TLS"] = $"{Path.Combine(folder, "certificate.pem")} {Path.Combine(folder, "key.pem")}",
            ["SENIM_PUBLIC_UPSTREAM"] = publicUpstream.Authority,
            ["SENIM_DESK_UPSTREAM"] = deskUpstream.Authority,
            ["XDG_DATA_HOME"] = folder,
            ["XDG_CONFIG_HOME"] = folder,
        })
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Public { get; }

    public Uri Desk { get; }

    public HttpClient Client { get; }

    /// <summary>Everything it has written.</summary>
    public string Log => string.Join('\n', log);

    public static async Task<RunningProxy> StartAsync(Uri publicUpstream, Uri deskUpstream, string deskNetworks = "private_ranges")
    {
        var proxy = new RunningProxy(publicUpstream, deskUpstream, deskNetworks);
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(50))
        {
            try
            {
                using var answer = await proxy.Client.GetAsync(new Uri(proxy.Public, "/there-is-nothing-here"));
                return proxy;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until && !proxy.process.HasExited)
            {
                // Not up yet.
            }
            catch
            {
                var log = proxy.Log;
                await proxy.DisposeAsync();
                throw new InvalidOperationException($"The proxy does not start.\n{log}");
            }
        }
    }

    public async Task<ClientWebSocket> ConnectAsync(Uri url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(url, sockets, CancellationToken.None);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        sockets.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Both names lead to this machine.</summary>
    private static SocketsHttpHandler Handler(X509ChainPolicy trust) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
    };

    private X509Certificate2 WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={PublicName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(PublicName);
        names.AddDnsName(DeskName);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }
}
