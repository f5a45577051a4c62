namespace Senim.Routing.Alerts;

/// <summary>Why somebody is alerted.</summary>
public enum AlertKind
{
    /// <summary>An Emergency waits.</summary>
    Emergency = 0,

    /// <summary>A step of a case was not done in time.</summary>
    MissedStep = 1,

    /// <summary>Nobody is in danger: it is measured how soon somebody answers.</summary>
    Drill = 2,

    /// <summary>A member of staff tries a way; answering it confirms the way.</summary>
    Test = 3,

    /// <summary>A case waits and nobody on duty was found for it.</summary>
    Operator = 4,
}

/// <summary>The ways by which people are alerted.</summary>
public enum AlertWay
{
    /// <summary>On the open desk: a banner, a sound, a notification of the browser.</summary>
    Desk = 0,

    /// <summary>The bot of staff on Telegram, which is not the public one.</summary>
    StaffBot = 1,

    Email = 2,

    /// <summary>From a number of its own, which is not the hotline's.</summary>
    Sms = 3,

    /// <summary>A signed request to a system of the unit or the operator.</summary>
    Webhook = 4,
}

public enum AlertStatus
{
    /// <summary>To be sent, for the first time or again.</summary>
    Pending = 0,

    /// <summary>The way has taken it; nobody has answered.</summary>
    Sent = 1,

    /// <summary>The person has answered, by this way or another.</summary>
    Acknowledged = 2,

    /// <summary>Given up; the desk shows it, and it can be sent again there.</summary>
    Dead = 3,

    /// <summary>Not sent, because its matter was over before.</summary>
    Dropped = 4,
}
