namespace Senim.Intake.Signals;

/// <summary>Who must not see a signal, as the reporter answered it. The family is not among them: no part of it belongs to a body that works on signals.</summary>
public static class Recusals
{
    public const string School = "school";
    public const string Police = "police";

    /// <summary>The division of the place that the signal names.</summary>
    public const string Department = "department";

    private const string Question = "recuse";

    private static readonly (string Answer, string Code)[] Bodies = [("no_school", School), ("no_police", Police), ("no_department", Department)];

    /// <summary>Codes of the bodies that the answers name.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SignalAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var chosen = answers.FirstOrDefault(answer => answer.Question == Question)?.Choices ?? [];
        return [.. Bodies.Where(body => chosen.Contains(body.Answer)).Select(body => body.Code)];
    }
}
