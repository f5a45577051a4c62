namespace Senim.Intake.Questions;

/// <summary>
/// Codes of what staff may ask, and of the answers that stand under it. They never change their meaning: buttons of any age come back.
/// </summary>
public static class QuestionCodes
{
    /// <summary>Where exactly does it happen?</summary>
    public const string Where = "q_where";

    /// <summary>Is it safe now?</summary>
    public const string Safe = "q_safe";

    /// <summary>When was the last time?</summary>
    public const string When = "q_when";

    /// <summary>May we come to the school?</summary>
    public const string School = "q_school";

    /// <summary>In the officer's own words.</summary>
    public const string Own = "q_own";

    /// <summary>After the case was closed, by the service itself: did it help, is it safe now?</summary>
    public const string Closing = "q_closing";

    /// <summary>No question, but news by the service itself: a promised step was missed, and the next level of staff was told.</summary>
    public const string Raised = "q_raised";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Unsure = "unsure";

    /// <summary>Those that staff choose by a button; their words are ready in each language.</summary>
    public static IReadOnlyList<string> Ready { get; } = [Where, Safe, When, School];

    /// <summary>The service itself says it; no officer waits for an answer.</summary>
    public static bool IsOfService(string code) => code is Closing or Raised;

    /// <summary>The answers that stand under a question; empty where it is answered in words. Own words are welcome under each.</summary>
    public static IReadOnlyList<string> AnswersTo(string code) => code is Safe or School or Closing ? [Yes, No, Unsure] : [];
}
