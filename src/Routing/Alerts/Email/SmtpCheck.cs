using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Routing.Alerts.Email;

/// <summary>The mail server takes us as a sender. No mail is sent.</summary>
internal sealed class SmtpCheck(IConfiguration configuration) : ICheck
{
    private const int UsualPort = 587;

    /// <summary>Where TLS begins with the connection (RFC 8314).</summary>
    private const int TlsPort = 465;

    public string About => "Senim__Alerts__Smtp__Host";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var smtp = configuration.GetSection("Senim:Alerts:Smtp");
        if (smtp["Host"] is not { Length: > 0 } host)
            return [];
        var port = UsualPort;
        if (smtp["Port"] is { Length: > 0 } text && (!int.TryParse(text, out port) || port is < 1 or > 65535))
            return [new Finding("Senim__Alerts__Smtp__Port", "is not a port.", "Use 587, 465 or 25.")];
        try
        {
            return await FindAtAsync(host, port, smtp, cancellationToken);
        }
        catch (SocketException error)
        {
            return [new Finding(About, $"{host}:{port} cannot be reached ({error.SocketErrorCode}).", "Check host, port and firewall.")];
        }
        catch (AuthenticationException)
        {
            return [new Finding(About, $"the certificate of {host} is not trusted or is for another name.", "Write the name that the certificate is for, or give this machine its authority.")];
        }
        catch (IOException)
        {
            return [new Finding(About, $"{host}:{port} broke off the connection.", "Check that the port speaks SMTP: 587 or 25, and 465 for TLS from the start.")];
        }
    }

    private async Task<IReadOnlyList<Finding>> FindAtAsync(string host, int port, IConfigurationSection smtp, CancellationToken cancellationToken)
    {
        await using var talk = await SmtpTalk.ConnectAsync(host, port, tls: port == TlsPort, cancellationToken);
        if (!await talk.GreetAsync(cancellationToken))
            return [new Finding(About, $"{host}:{port} refuses to talk to this machine ({talk.LastCode}).", "Ask its operator to let this machine in.")];
        if (!talk.IsEncrypted && talk.Offers("STARTTLS") && !(await talk.EncryptAsync(host, cancellationToken) && await talk.GreetAsync(cancellationToken)))
            return [new Finding(About, $"{host}:{port} offers TLS and then refuses it ({talk.LastCode}).", "Ask its operator.")];

        if (smtp["User"] is { Length: > 0 } user)
        {
            if (!talk.IsEncrypted && !talk.IsLocal)
                return [new Finding(About, $"{host}:{port} offers no TLS, so the password would travel in clear.", "Use a port with TLS: 587 or 465.")];
            if (!await talk.SignInAsync(user, smtp["Password"] ?? "", cancellationToken))
                return [new Finding("Senim__Alerts__Smtp__User", $"{host} does not accept this user and password ({talk.LastCode}).", "Set Senim__Alerts__Smtp__User and Senim__Alerts__Smtp__Password anew.")];
        }

        if (smtp["From"] is not { Length: > 0 } from)
            return [new Finding("Senim__Alerts__Smtp__From", "is not set.", "Write the address that alerts come from.")];
        var mayWrite = await talk.MayWriteAsFromAsync(from, cancellationToken);
        var code = talk.LastCode;
        await talk.LeaveAsync(cancellationToken);
        return mayWrite
            ? []
            : [new Finding("Senim__Alerts__Smtp__From", $"{host} does not let us write from this address ({code}).", "Use an address that belongs to the user, or set Senim__Alerts__Smtp__User.")];
    }
}
