namespace Senim.Bots.Channels.Sms;

/// <summary>Numbers of Twilio's "Error and warning dictionary" that mean something to us.</summary>
internal static class ErrorCodes
{
    public const int Authenticate = 20003;
    public const int InvalidTo = 21211;

    /// <summary>Our number cannot reach that one.</summary>
    public const int NoWayTo = 21612;

    /// <summary>The recipient replied STOP, and Twilio lets nothing through until START.</summary>
    public const int RecipientStopped = 21610;
    public const int NoMobile = 21614;
    public const int QueueOverflow = 30001;
    public const int UnreachableHandset = 30003;
    public const int Blocked = 30004;
    public const int UnknownHandset = 30005;
    public const int Landline = 30006;
    public const int Filtered = 30007;
    public const int UnknownError = 30008;
}
