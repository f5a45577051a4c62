using System.Globalization;

namespace Senim.Desk.Texts;

/// <summary>Times as staff read them: the one time zone of Kazakhstan (UTC+5 without summer time since 1 March 2024).</summary>
internal static class LocalTime
{
    /// <summary>As browsers write it in a <c>datetime-local</c> field.</summary>
    private const string FieldForm = "yyyy-MM-dd'T'HH:mm";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    /// <summary>"14:05" today, "12.03. 14:05" this year, else "12.03.2025 14:05".</summary>
    public static string Short(DateTime utc, DateTime nowUtc)
    {
        var local = utc + Offset;
        var now = nowUtc + Offset;
        var form = local.Date == now.Date ? "HH:mm" : local.Year == now.Year ? "dd.MM. HH:mm" : "dd.MM.yyyy HH:mm";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    public static string Full(DateTime utc) => (utc + Offset).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For a field of a form.</summary>
    public static string Field(DateTime utc) => (utc + Offset).ToString(FieldForm, CultureInfo.InvariantCulture);

    /// <summary>What a field of a form holds, in UTC; null when it is no time.</summary>
    public static DateTime? Read(string? field) =>
        DateTime.TryParseExact(field, [FieldForm, $"{FieldForm}:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc)
            : null;
    /// <summary>What staff typed, as UTC.</summary>
    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"12 min", "3 h 5 min", "2 d 4 h": the two largest parts.</summary>
    public static string Span(TimeSpan span, DeskTexts texts)
    {
        var length = span.Duration();
        return length switch
        {
            { TotalMinutes: < 60 } => texts.Format("time.minutes", (int)length.TotalMinutes),
            { TotalHours: < 24 } => texts.Format("time.hours", (int)length.TotalHours, length.Minutes),
            _ => texts.Format("time.days", (int)length.TotalDays, length.Hours),
        };
    }
}
