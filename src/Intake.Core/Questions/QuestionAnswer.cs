namespace Senim.Intake.Questions;

/// <summary>What a reporter answered.</summary>
/// <param name="Choices">Codes of the answers that were pressed.</param>
/// <param name="Text">In their own words.</param>
public sealed record QuestionAnswer(IReadOnlyList<string> Choices, string? Text)
{
    public static QuestionAnswer Of(string choice) => new([choice], null);

    public static QuestionAnswer Words(string text) => new([], text);
}
