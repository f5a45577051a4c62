using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>What the answers of a draft mean to those who write to the reporter.</summary>
public static class DraftReading
{
    /// <summary>When the reporter may be written to; null without their consent, which not answering is not.</summary>
    public static ContactHours? Contact(this ReportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Chosen(ReportCodes.Contact) is [var answer, ..] ? Hours(answer) : null;
    }

    /// <summary>The hours that an answer names, by its code; null where it is none, or "do not write".</summary>
    public static ContactHours? Hours(string? answer) => answer switch
    {
        ContactAny => ContactHours.Any,
        ContactMorning => new ContactHours(8, 12),
        ContactDay => new ContactHours(12, 18),
        ContactEvening => new ContactHours(18, 22),
        _ => null,
    };

    public static Voice Voice(this ReportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Chosen(ForWhom) switch
        {
            [Me or Friend, ..] => Report.Voice.Child,
            [Adult, ..] => Report.Voice.Adult,
            _ => Report.Voice.Unknown,
        };
    }
}
