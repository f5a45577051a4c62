namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>How the reporter is addressed.</summary>
public enum Voice
{
    /// <summary>Nobody knows yet who writes: texts address nobody.</summary>
    Unknown = 0,

    /// <summary>A child: kk "сен", ru "ты".</summary>
    Child = 1,

    /// <summary>An adult: kk "сіз", ru "вы".</summary>
    Adult = 2,
}
