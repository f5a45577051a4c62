using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>In which language a text is, and whom it addresses.</summary>
internal readonly record struct Tone(Language Language, Addressed Who = Addressed.Nobody)
{
    public Tone(Language language, ReportDraft draft)
        : this(language, draft.Chosen(ReportCodes.ForWhom) switch
        {
            [ReportCodes.Me, ..] => Addressed.Child,
            [ReportCodes.Friend, ..] => Addressed.Friend,
            [ReportCodes.Adult, ..] => Addressed.Adult,
            _ => Addressed.Nobody,
        })
    {
    }

    public static implicit operator Tone(Language language) => new(language);
}

internal enum Addressed
{
    /// <summary>Nobody knows yet who writes.</summary>
    Nobody = 0,

    /// <summary>A child who writes about itself.</summary>
    Child = 1,

    /// <summary>A child who writes about another one.</summary>
    Friend = 2,

    Adult = 3,
}
