namespace Senim.Intake.Checkups;

/// <summary>Looks at one part of an installation from outside, as its operator would, and changes nothing there.</summary>
public interface ICheck
{
    /// <summary>What a line starts with when the check itself gets no answer in time.</summary>
    string About { get; }

    /// <summary>Everything that is not right; empty when all is. Whoever calls it sets a limit of time.</summary>
    Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken);
}
