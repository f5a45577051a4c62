using Microsoft.Extensions.Options;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli.Checks;

/// <summary>Runs all checks side by side, each in a limited time, so that one peer that hangs holds up neither the others nor the command.</summary>
internal sealed class Checkup(IEnumerable<ICheck> checks, TimeSpan limit)
{
    /// <returns>In the order of the checks.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = await Task.WhenAll(checks.Select(check => RunAsync(check, cancellationToken)));
        return [.. findings.SelectMany(found => found)];
    }

    private async Task<IReadOnlyList<Finding>> RunAsync(ICheck check, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // On a thread of its own: a name that is looked up or a file system that hangs may block before the first await.
            return await Task.Run(() => check.FindAsync(stop.Token), cancellationToken).WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            return [new Finding(check.About, $"does not answer within {limit.TotalSeconds:0.#} s.", "See whether it runs and whether the way to it is open.")];
        }
        catch (OptionsValidationException wrong)
        {
            return [.. wrong.Failures.Select(Split)];
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return [new Finding(check.About, $"could not be looked at ({error.GetType().Name}).", "Mend the other lines first, then check again.")];
        }
    }

    /// <summary>A failed validation is "NAME: what is wrong and what it must be".</summary>
    private static Finding Split(string failure)
    {
        var parts = failure.Split(": ", 2);
        return new Finding(parts[0], parts[^1], "");
    }
}
