using System.ComponentModel.DataAnnotations;

namespace Senim.Intake.Questions;

/// <summary><c>Senim:Questions</c>: questions of staff to reporters.</summary>
public sealed class QuestionOptions
{
    public const string Section = "Senim:Questions";

    /// <summary>
    /// A question that the reporter has not read so long after it could first be shown to them, in the hours that they chose, comes back to
    /// the officer. Default 1.00:00:00 (24 hours).
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ReadWithin { get; set; } = TimeSpan.FromHours(24);
}
