using System.Net.Mail;

namespace Senim.Routing.Alerts.Email;

/// <summary>Settings under <c>Senim:Alerts:Smtp</c>. Without a host the way is off.</summary>
internal sealed class EmailOptions
{
    public const string Section = "Senim:Alerts:Smtp";

    /// <summary>The mail server.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 (TLS after STARTTLS, where the server offers it), 465 (TLS from the start) or 25. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Empty: without signing in. With one, nothing is sent without TLS but on this machine.</summary>
    public string User { get; set; } = "";

    /// <summary>Environment only.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that alerts come from.</summary>
    public string From { get; set; } = "";

    /// <summary>Who is told when nobody on duty was found for a case; empty: nobody.</summary>
    public string Operator { get; set; } = "";

    public bool IsOn => Host.Length > 0;

    /// <returns>One line for each setting that cannot be used; never an address.</returns>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        if (Port is < 1 or > 65535)
            yield return "Senim__Alerts__Smtp__Port: is not a port. Use 587, 465 or 25.";
        if (!MailAddress.TryCreate(From, out _))
            yield return "Senim__Alerts__Smtp__From: must be a mail address when a host is set.";
        if (Operator.Length > 0 && !MailAddress.TryCreate(Operator, out _))
            yield return "Senim__Alerts__Smtp__Operator: is not a mail address.";
    }
}
