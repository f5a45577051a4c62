namespace Senim.Intake.Signals;

/// <summary>The way by which a signal came in.</summary>
public enum ChannelKind
{
    Telegram = 1,
    Sms = 2,
    WebChat = 3,
}
