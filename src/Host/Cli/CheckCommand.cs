using System.CommandLine;
using Microsoft.Data.Sqlite;
using Senim.Hosting.Configuration;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Cli;

/// <summary><c>check</c>: what is not right, one line each, with a fix.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Says in one line each, with a fix, what is not right.");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        NodeSettings? settings = null;
        try
        {
            settings = Startup.ReadSettings();
        }
        catch (SettingException error)
        {
            wrong.Add(error.Message);
        }

        if (settings is not null)
        {
            CheckKeys(settings, wrong);
            await CheckDatabaseAsync(settings.IntakeConnection, "intake", wrong, cancellationToken);
            await CheckDatabaseAsync(settings.RoutingConnection, "routing", wrong, cancellationToken);
            CheckTelegram(wrong);
        }

        foreach (var line in wrong)
            Console.WriteLine(line);
        Console.WriteLine(wrong.Count == 0 ? "All is right." : $"{wrong.Count} not right.");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static void CheckKeys(NodeSettings settings, List<string> wrong)
    {
        try
        {
            KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: false);
        }
        catch (KeyFolderException error)
        {
            wrong.Add(settings.IsDevelopment && !Directory.Exists(settings.KeysPath)
                ? $"Senim__Keys__Path: there are no keys yet. Start the service once; in Development it makes them."
                : error.Message);
        }
    }

    private static async Task CheckDatabaseAsync(string connectionString, string name, List<string> wrong, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check";
            if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
                wrong.Add($"Senim__DataPath: the {name} database is damaged. Restore it from a backup.");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == 14)
        {
            wrong.Add($"Senim__DataPath: there is no {name} database that can be opened. Run: senim migrate");
        }
        catch (SqliteException error)
        {
            wrong.Add($"Senim__DataPath: the {name} database cannot be used (SQLite error {error.SqliteErrorCode}). Check the folder's owner and free space.");
        }
    }

    private static void CheckTelegram(List<string> wrong)
    {
        var telegram = Startup.ReadConfiguration().GetSection("Senim:Telegram");
        if (telegram["WebhookUrl"] is { Length: > 0 } && telegram["WebhookSecret"] is not { Length: > 0 })
            wrong.Add("Senim__Telegram__WebhookSecret: is needed with a webhook. Set 1 to 256 characters of A-Z a-z 0-9 _ -.");
        if (telegram["Token"] is not { Length: > 0 })
            wrong.Add("Senim__Telegram__Token: is not set, so nobody reaches us over Telegram. Ask BotFather for a token.");
    }
}
