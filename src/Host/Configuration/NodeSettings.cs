using System.Net;
using Microsoft.Extensions.Configuration;
using Senim.Intake.Storage;

namespace Senim.Hosting.Configuration;

/// <summary>The settings of the node itself, read and checked before anything is built on them.</summary>
public sealed record NodeSettings
{
    private const string Provider = "Senim:Database:Provider";
    private const string Brokers = "Senim:Transport:RabbitMq";

    public required bool IsDevelopment { get; init; }

    public required NodeRoles Roles { get; init; }

    /// <summary>Folder of the embedded databases.</summary>
    public required string DataPath { get; init; }

    /// <summary>Folder of the key files.</summary>
    public required string KeysPath { get; init; }

    public required Uri PublicUrl { get; init; }

    public required Uri DeskUrl { get; init; }

    public DatabaseProvider Database { get; init; }

    /// <summary>Events travel over brokers, since there are several nodes.</summary>
    public bool HasBrokers { get; init; }

    /// <summary>Of the one server database that every context and node shares; empty with the embedded one.</summary>
    public string ServerConnection { get; init; } = "";

    public string IntakeConnection => Database == DatabaseProvider.Sqlite ? Sqlite("intake.db") : ServerConnection;

    public string RoutingConnection => Database == DatabaseProvider.Sqlite ? Sqlite("routing.db") : ServerConnection;

    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static NodeSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var database = ReadProvider(configuration);
        var dataPath = Path.GetFullPath(Text(configuration, "Senim:DataPath", "data"));
        var settings = new NodeSettings
        {
            IsDevelopment = isDevelopment,
            Roles = ReadRoles(configuration["Senim:Roles"]),
            HasBrokers = !string.IsNullOrWhiteSpace(configuration[Brokers]),
            DataPath = dataPath,
            Database = database,
            ServerConnection = ServerDatabase.ReadConnection(configuration[ServerDatabase.Setting], database),
            KeysPath = Path.GetFullPath(Text(configuration, "Senim:Keys:Path", Path.Combine(dataPath, "keys"))),
            PublicUrl = ReadUrl(configuration, "Senim:Urls:Public", "http://127.0.0.1:5080"),
            DeskUrl = ReadUrl(configuration, "Senim:Urls:Desk", "http://127.0.0.1:5081"),
        };
        settings.CheckDevelopment(configuration);
        settings.CheckRoles();
        if (settings.PublicUrl.Port == settings.DeskUrl.Port && settings.PublicUrl.Port != 0 && settings.PublicUrl.Host == settings.DeskUrl.Host)
            throw new SettingException("Senim:Urls:Desk", "must not be the address of the public side.");
        return settings;
    }

    private static string Text(IConfiguration configuration, string key, string fallback) =>
        configuration[key] is { Length: > 0 } value ? value : fallback;

    private static DatabaseProvider ReadProvider(IConfiguration configuration)
    {
        var name = Text(configuration, Provider, nameof(DatabaseProvider.Sqlite));
        var names = Enum.GetNames<DatabaseProvider>();
        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new SettingException(Provider, $"'{name}' is not a database of this version. Use one of {string.Join(", ", names)}.");
        var provider = Enum.Parse<DatabaseProvider>(name, ignoreCase: true);
        return provider == DatabaseProvider.SqlServer && !CultureData.IsLoaded
            ? throw new SettingException(Provider, $"SQL Server's client needs culture data. Install ICU (Debian: libicu72 or newer) and set {CultureData.Variable}=0.")
            : provider;
    }

    private static NodeRoles ReadRoles(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return NodeRoles.All;
        var roles = NodeRoles.None;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<NodeRoles>(name, ignoreCase: true, out var role) || role is NodeRoles.None || int.TryParse(name, out _))
                throw new SettingException("Senim:Roles", $"'{name}' is not a role. Use any of intake, routing, desk, or leave it out for all.");
            roles |= role;
        }

        return roles;
    }

    private void CheckRoles()
    {
        if (Roles != NodeRoles.All && !HasBrokers)
            throw new SettingException("Senim:Roles", $"a node with only some of the roles needs brokers to hear of the others. Set {Brokers}, or leave the roles out.");
        if (HasBrokers && Database == DatabaseProvider.Sqlite)
            throw new SettingException(Brokers, $"several nodes need a database that they share. Set {Provider} to SqlServer or PostgreSql, or leave the brokers out.");
    }

    private static Uri ReadUrl(IConfiguration configuration, string key, string fallback)
    {
        var text = Text(configuration, key, fallback);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/"
            ? url
            : throw new SettingException(key, $"'{text}' is not an address to listen on. Use a form such as {fallback}.");
    }

    /// <summary>Demo accounts and self-made keys must never meet the internet.</summary>
    private void CheckDevelopment(IConfiguration configuration)
    {
        if (!IsDevelopment)
            return;
        foreach (var (key, url) in new[] { ("Senim:Urls:Public", PublicUrl), ("Senim:Urls:Desk", DeskUrl) })
        {
            if (!IsLoopback(url))
                throw new SettingException(key, $"in Development only a loopback address is allowed, not '{url.Host}'. Run with DOTNET_ENVIRONMENT=Production to listen on others.");
        }

        CheckWebhook(configuration, "Senim:Telegram:WebhookUrl", "Leave it out to poll.");
        CheckWebhook(configuration, "Senim:Sms:WebhookUrl", "Run with DOTNET_ENVIRONMENT=Production to be reached over SMS.");
    }

    private static void CheckWebhook(IConfiguration configuration, string key, string fix)
    {
        if (configuration[key] is { Length: > 0 } webhook && (!Uri.TryCreate(webhook, UriKind.Absolute, out var target) || !IsLoopback(target)))
            throw new SettingException(key, $"in Development no webhook on a public address is allowed. {fix}");
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private string Sqlite(string file) => $"Data Source={Path.Combine(DataPath, file)}";
}
