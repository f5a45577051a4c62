using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Alerts.Email;

/// <summary>Hands each alert to the mail server. What the server says of one recipient is kept apart from what it says of us.</summary>
internal sealed class EmailCarrier(IOptions<EmailOptions> options, TimeProvider clock) : IAlertCarrier
{
    /// <summary>Where TLS begins with the connection (RFC 8314).</summary>
    private const int TlsPort = 465;

    public AlertWay Way => AlertWay.Email;

    public bool IsOn => options.Value.IsOn;

    public IEnumerable<string> RecipientsOf(NewAlert alert) => alert.ToOperator && options.Value.Operator.Length > 0 ? [AlertRecipients.Operator] : [];

    public string? AddressOf(string recipient) => recipient == AlertRecipients.Operator && options.Value.Operator.Length > 0 ? options.Value.Operator : null;

    public async Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var talk = await SmtpTalk.ConnectAsync(options.Value.Host, options.Value.Port, options.Value.Port == TlsPort, cancellationToken);
            return await EnterAsync(talk, cancellationToken) is { } closed ? new Delivery.Unavailable(closed) : await HandOverAsync(talk, message, cancellationToken);
        }
        catch (SocketException error)
        {
            return new Delivery.Unavailable($"smtp-{error.SocketErrorCode}");
        }
        catch (AuthenticationException)
        {
            return new Delivery.Unavailable("smtp-certificate");
        }
        catch (IOException)
        {
            return new Delivery.Unavailable("smtp-broken-off");
        }
    }

    /// <returns>Null when the server lets us in.</returns>
    private async Task<string?> EnterAsync(SmtpTalk talk, CancellationToken cancellationToken)
    {
        if (!await talk.GreetAsync(cancellationToken))
            return Code(talk);
        if (!talk.IsEncrypted && talk.Offers("STARTTLS") && !(await talk.EncryptAsync(options.Value.Host, cancellationToken) && await talk.GreetAsync(cancellationToken)))
            return Code(talk);
        if (options.Value.User.Length == 0)
            return null;

        // The password never travels in clear.
        if (!talk.IsEncrypted && !talk.IsLocal)
            return "smtp-no-tls";
        return await talk.SignInAsync(options.Value.User, options.Value.Password, cancellationToken) ? null : Code(talk);
    }

    private async Task<Delivery> HandOverAsync(SmtpTalk talk, AlertMessage message, CancellationToken cancellationToken)
    {
        if (!await talk.MayWriteAsFromAsync(options.Value.From, cancellationToken))
            return new Delivery.Unavailable(Code(talk));
        if (!await talk.MayWriteToAsync(message.Address, cancellationToken))
            return Refusal(talk);
        if (!await talk.HandOverAsync(AlertMail.Write(message, options.Value.From, clock.GetUtcNow()), cancellationToken))
            return Refusal(talk);
        return new Delivery.Sent();
    }

    /// <summary>RFC 5321 4.2.1: 4 is for now, 5 is for good.</summary>
    private static Delivery Refusal(SmtpTalk talk) => talk.LastCode >= 500 ? new Delivery.Refused(Code(talk)) : new Delivery.Later(Code(talk));

    private static string Code(SmtpTalk talk) => $"smtp-{talk.LastCode}";
}
