using Microsoft.Data.SqlClient;
using Npgsql;
using Senim.Intake.Storage;

namespace Senim.Hosting.Configuration;

/// <summary>The connection string of a server database, as far as it can be judged without the server. What it says is never repeated: it holds a password.</summary>
internal static class ServerDatabase
{
    public const string Setting = "Senim:Database:ConnectionString";

    /// <summary>
    /// A turn sends its many statements each time in the same words; prepared once a connection, they need not be read again.
    /// </summary>
    private const int PreparedStatements = 100;

    /// <exception cref="SettingException">It is missing, or not of the form that the provider's driver reads.</exception>
    public static string ReadConnection(string? text, DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            return string.IsNullOrEmpty(text)
                ? ""
                : throw new SettingException(Setting, "is for a server database. Leave it out, or set Senim__Database__Provider to SqlServer or PostgreSql.");
        }

        if (string.IsNullOrWhiteSpace(text))
            throw new SettingException(Setting, $"is needed with {provider}. Use a form such as {Example(provider)}");
        try
        {
            return provider == DatabaseProvider.PostgreSql ? PostgreSql(text) : SqlServer(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SettingException(Setting, $"cannot be read. Use a form such as {Example(provider)}");
        }
    }

    private static string PostgreSql(string text)
    {
        var parts = new NpgsqlConnectionStringBuilder(text);
        if (string.IsNullOrEmpty(parts.Host) || string.IsNullOrEmpty(parts.Database))
            throw new FormatException("Neither server nor database may be left out.");
        if (!parts.ShouldSerialize("Max Auto Prepare"))
            parts.MaxAutoPrepare = PreparedStatements;
        return parts.ToString();
    }

    private static string SqlServer(string text)
    {
        var parts = new SqlConnectionStringBuilder(text);
        return string.IsNullOrEmpty(parts.DataSource) || string.IsNullOrEmpty(parts.InitialCatalog)
            ? throw new FormatException("Neither server nor database may be left out.")
            : parts.ToString();
    }

    private static string Example(DatabaseProvider provider) => provider == DatabaseProvider.PostgreSql
        ? "'Host=db;Database=senim;Username=senim;Password=...'."
        : "'Server=db;Database=senim;User Id=senim;Password=...'.";
}
