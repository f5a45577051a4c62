using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Senim.Intake.Storage.Turns;

/// <summary>Which errors mean that the database cannot be used just now, as against errors of one statement.</summary>
internal static class ServerFaults
{
    /// <summary>
    /// PostgreSQL: no answer, no connection, or a class of error that is the server's own (postgresql.org/docs, appendix A).
    /// </summary>
    public static bool IsPostgreSqlUnavailable(Exception error) => Of(error) switch
    {
        PostgresException refused => refused.SqlState[..2] is
                "08" /* connection */ or "28" /* signing in */ or "3D" /* no such database */ or "53" /* disk full, memory, connections */ or
                "57" /* shut down, cancelled */ or "58" /* input and output */ or "F0" /* its files */ or "XX" /* damage */
            || refused.SqlState is "25006" /* read-only */ or "55000" /* lets nobody in */ or "42P01" or "42703" /* not migrated */ or "42501" /* no right */
            || IsPostgreSqlRace(refused),
        NpgsqlException => true,
        _ => error is TimeoutException,
    };

    /// <summary>Two transactions met in a circle, or a lock could not be had: one of them is to be run again.</summary>
    public static bool IsPostgreSqlRace(Exception error) =>
        Of(error) is PostgresException { SqlState: "40P01" or "40001" or "55P03" };

    /// <summary>SQL Server: no answer, no connection, or an error of the server's own (learn.microsoft.com, database engine events and errors).</summary>
    public static bool IsSqlServerUnavailable(Exception error) => Of(error) is SqlException refused
        ? refused.Class >= 17 || IsSqlServerRace(refused) || refused.Number is
            -2 /* time-out */ or -1 or 2 or 53 or 64 or 233 or 10053 or 10054 or 10060 or 10061 or 11001 /* connection */ or
            207 or 208 /* not migrated */ or 229 /* no right */ or 916 or 4060 or 18456 /* no such database, signing in */ or
            3906 /* read-only */ or 1105 or 9002 /* disk or log full */ or 6005 /* shutting down */ or
            40197 or 40501 or 40613 or 49918 or 49919 or 49920 /* a hosted server is moving or busy */
        : error is TimeoutException;

    public static bool IsSqlServerRace(Exception error) => Of(error) is SqlException { Number: 1205 or 1222 };

    /// <summary>EF wraps what it takes for transient into advice.</summary>
    public static DbException? Of(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbException found)
                return found;
        }

        return null;
    }
}
