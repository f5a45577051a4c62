using System.ComponentModel.DataAnnotations;

namespace Senim.Routing.Ladder;

/// <summary>
/// <c>Senim:Ladder</c>: how long after the officer on duty the next levels are alerted, as long as nobody acts. The officer is alerted at once
/// when an Emergency arrives, and about everything else when a step was missed.
/// </summary>
public sealed class LadderOptions : IValidatableObject
{
    public const string Section = "Senim:Ladder";

    /// <summary>Default: head 5 minutes, region 15, national desk 30.</summary>
    public LadderTerms Emergency { get; set; } = new() { Head = TimeSpan.FromMinutes(5), Region = TimeSpan.FromMinutes(15), National = TimeSpan.FromMinutes(30) };

    /// <summary>Default: head 15 minutes, region 45, national desk 2 hours.</summary>
    public LadderTerms Urgent { get; set; } = new() { Head = TimeSpan.FromMinutes(15), Region = TimeSpan.FromMinutes(45), National = TimeSpan.FromHours(2) };

    /// <summary>In working time. Default: head 1 hour, region 4 hours, national desk 9.5 hours, which is one working day.</summary>
    public LadderTerms Standard { get; set; } = new() { Head = TimeSpan.FromHours(1), Region = TimeSpan.FromHours(4), National = TimeSpan.FromHours(9.5) };

    /// <summary>In working time. Default: head 4 hours, region 9.5 hours, national desk 19 hours.</summary>
    public LadderTerms Information { get; set; } = new() { Head = TimeSpan.FromHours(4), Region = TimeSpan.FromHours(9.5), National = TimeSpan.FromHours(19) };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, terms) in new[] { (nameof(Emergency), Emergency), (nameof(Urgent), Urgent), (nameof(Standard), Standard), (nameof(Information), Information) })
        {
            if (terms.Head < TimeSpan.Zero || terms.Region < terms.Head || terms.National < terms.Region || terms.National > LadderTerms.Longest)
                yield return new ValidationResult($"Senim__Ladder__{name}: must be times of at least 0 and at most 30 days, each not shorter than the one before: Head, Region, National.");
        }
    }
}

/// <summary>Counted from when the officer on duty is alerted.</summary>
public sealed class LadderTerms
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>hours:minutes:seconds.</summary>
    public TimeSpan Head { get; set; }

    public TimeSpan Region { get; set; }

    public TimeSpan National { get; set; }
}
