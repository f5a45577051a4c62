using System.Diagnostics;
using System.Globalization;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkpoints;

namespace Senim.Hosting.Serving;

/// <summary>
/// Development only: ends the process without warning (SIGKILL on Unix) when a checkpoint is passed for the n-th time, so that a test
/// can see that nothing is lost or doubled there. Set by <c>Senim__Development__KillAt=AfterCommit:3</c>.
/// </summary>
internal sealed class KillingCheckpoints(Checkpoint fatal, int passes) : ICheckpoints
{
    private const string Setting = "Senim:Development:KillAt";
    private int left = passes;

    public static ICheckpoints Read(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
            return new OpenCheckpoints();
        if (!isDevelopment)
            throw new SettingException(Setting, "is for Development only.");
        var parts = text.Split(':');
        return parts.Length == 2
            && Enum.TryParse<Checkpoint>(parts[0], out var checkpoint)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var passes)
            ? new KillingCheckpoints(checkpoint, passes)
            : throw new SettingException(Setting, "must be a checkpoint and a count, such as AfterCommit:3.");
    }

    public void Reached(Checkpoint checkpoint)
    {
        if (checkpoint != fatal || Interlocked.Decrement(ref left) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();

        // The signal may take a moment; nothing after the checkpoint may happen.
        Thread.Sleep(Timeout.Infinite);
    }
}
