using Microsoft.Extensions.Options;

namespace Senim.Intake.Promises;

/// <summary>A wrong term stops the start with a line that names its setting.</summary>
internal sealed class PromiseOptionsValidator : IValidateOptions<PromiseOptions>
{
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, PromiseOptions options)
    {
        var failures = new List<string>();
        if (options.LastIntake > options.WorkingDayEnd)
            failures.Add($"{PromiseOptions.Section}:LastIntake must not be later than WorkingDayEnd.");
        CheckLevels(PromiseOptions.Section, options, failures);
        foreach (var (code, levels) in options.Regions)
        {
            var path = $"{PromiseOptions.Section}:Regions:{code}";
            if (code.Length != 9 || !code.All(char.IsAsciiDigit) || !code.EndsWith("0000000", StringComparison.Ordinal))
                failures.Add($"{path} is not the KATO code of a region (nine digits, the last seven zero).");
            CheckLevels(path, levels, failures);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckLevels(string path, LevelPromises levels, List<string> failures)
    {
        CheckSteps($"{path}:Emergency", levels.Emergency, failures);
        CheckSteps($"{path}:Urgent", levels.Urgent, failures);
        CheckSteps($"{path}:Standard", levels.Standard, failures);
        CheckSteps($"{path}:Information", levels.Information, failures);
    }

    private static void CheckSteps(string path, StepPromises? steps, List<string> failures)
    {
        Check($"{path}:FirstLook", steps?.FirstLook, failures);
        Check($"{path}:Assigned", steps?.Assigned, failures);
        Check($"{path}:Visit", steps?.Visit, failures);
        Check($"{path}:Close", steps?.Close, failures);
        Check($"{path}:Accept", steps?.Accept, failures);
        Check($"{path}:Confirm", steps?.Confirm, failures);
    }

    private static void Check(string path, StepPromise? term, List<string> failures)
    {
        if (term is null)
            return;
        if (term.Within is null && term.WorkingDays is null && !term.SameDay)
            failures.Add($"{path} needs Within, WorkingDays or SameDay.");
        if (term.Within is { } span && (span <= TimeSpan.Zero || span > LongestSpan))
            failures.Add($"{path}:Within must be more than zero and at most 366 days.");
        if (term.WorkingDays is < 0 or > 366)
            failures.Add($"{path}:WorkingDays must be from 0 to 366.");
    }
}
