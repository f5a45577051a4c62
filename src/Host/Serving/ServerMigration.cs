using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Senim.Hosting.Configuration;
using Senim.Intake.Storage;

namespace Senim.Hosting.Serving;

/// <summary>
/// A server database, brought up to date. Nodes that start at once take turns by the server's own lock, which ends with its session,
/// so one that dies in the middle holds up nobody.
/// </summary>
internal static class ServerMigration
{
    /// <exception cref="SettingException">The database cannot be used.</exception>
    public static async Task RunAsync(DatabaseProvider provider, IReadOnlyList<DbContext> contexts, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var db in contexts)
                await db.BringUpToDateAsync(cancellationToken);
            if (provider == DatabaseProvider.SqlServer && !await SqlServerSnapshot.IsOnAsync(contexts[0], cancellationToken))
                throw new SettingException(ServerDatabase.Setting, $"{SqlServerSnapshot.Problem} {SqlServerSnapshot.Fix}");
        }
        catch (Exception error) when (ServerError(error) is { } refused)
        {
            throw new SettingException(ServerDatabase.Setting, $"the database cannot be used ({refused.SqlState ?? refused.GetType().Name}). See whether the server runs, the database exists and its user may make tables.");
        }
    }

    /// <summary>EF wraps what it takes for transient into advice.</summary>
    public static DbException? ServerError(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbException found)
                return found;
        }

        return null;
    }
}
