using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Senim.FakeBotApi;
using Senim.Hosting.Cli;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Places;
using Senim.Intake.Privacy;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Hosting.Tests.Checks;

/// <summary>An installation in which all is right, for one thing of it to be made wrong.</summary>
internal sealed class CheckedNode : IAsyncDisposable
{
    /// <summary>Far beyond what any check takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<Task<string>> Pattern = new(MakePatternAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("senim-checked-").FullName;
    private readonly Dictionary<string, string?> settings = [];
    private readonly HttpClient http = new();

    private CheckedNode(FakeBotApiServer telegram) => Telegram = telegram;

    public FakeBotApiServer Telegram { get; }

    public string Keys => Path.Combine(folder, "keys");

    public string Intake => Path.Combine(folder, "intake.db");

    public string Routing => Path.Combine(folder, "routing.db");

    /// <summary>What this machine believes the time to be.</summary>
    public TimeSpan ClockOff { get; set; }

    public TimeSpan Limit { get; set; } = Patience;

    public string? this[string setting]
    {
        set => settings[setting] = value;
    }

    public static async Task<CheckedNode> StartAsync()
    {
        var node = new CheckedNode(await FakeBotApiServer.StartAsync());
        node["Senim:DataPath"] = node.folder;
        node["Senim:Telegram:Token"] = node.Telegram.Token;
        node["Senim:Telegram:ApiUrl"] = node.Telegram.BaseUrl;
        CopyFiles(await Pattern.Value, node.folder);
        CopyFiles(Path.Combine(await Pattern.Value, "keys"), Directory.CreateDirectory(node.Keys).FullName);
        return node;
    }

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    /// <summary>What the command prints.</summary>
    public async Task<(int ExitCode, List<string> Lines)> CheckAsync()
    {
        await using var output = new StringWriter();
        var exitCode = await CheckCommand.RunAsync(
            Configuration, isDevelopment: false, new ShiftedClock(ClockOff), Limit, output, CancellationToken.None);
        return (exitCode, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>The one line that it prints before the count.</summary>
    public async Task<string> OnlyLineAsync()
    {
        var (exitCode, lines) = await CheckAsync();
        Assert.Equal((1, "1 not right."), (exitCode, lines[^1]));
        return Assert.Single(lines.SkipLast(1));
    }

    /// <summary>A call that somebody else makes with the bot's token.</summary>
    public async Task CallTelegramAsync(string method, string query)
    {
        using var answer = await http.GetAsync(new Uri($"{Telegram.BaseUrl}/bot{Telegram.Token}/{method}?{query}"));
        answer.EnsureSuccessStatusCode();
    }

    public void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public SqliteRoutingDb OpenRouting() => OpenRouting($"Data Source={Routing}");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Telegram.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Made once: bringing two databases into being takes longer than looking at them.</summary>
    private static async Task<string> MakePatternAsync()
    {
        var pattern = Directory.CreateTempSubdirectory("senim-checked-pattern-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(pattern, recursive: true);
        var settings = NodeSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:DataPath"] = pattern }).Build(),
            isDevelopment: true);
        KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: true);
        await Databases.MigrateAsync(settings, CancellationToken.None);
        await StaffEverywhereAsync(settings.RoutingConnection);

        // The last connection that closes brings what was written into the files themselves.
        SqliteConnection.ClearAllPools();
        return pattern;
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>An officer for every unit, a lead for every region, somebody at the national desk.</summary>
    private static async Task StaffEverywhereAsync(string connection)
    {
        await using var services = new ServiceCollection().AddPlaces().BuildServiceProvider();
        var places = services.GetRequiredService<IPlaceDirectory>();
        await using var db = OpenRouting(connection);
        db.Add(Member(StaffRole.National, OwningUnit.NationalCode));
        foreach (var region in places.Regions)
        {
            db.Add(Member(StaffRole.RegionalLead, region.Code));
            db.AddRange(places.UnitsOf(region.Code).Select(unit => Member(StaffRole.Officer, unit.Code)));
        }

        await db.SaveChangesAsync();
    }

    private static SqliteRoutingDb OpenRouting(string connection) => new(new DbContextOptionsBuilder<SqliteRoutingDb>().UseSqlite(connection).Options);

    private static StaffMember Member(StaffRole role, string unit) =>
        new() { UserName = $"{role}-{unit}", NormalizedUserName = $"{role}-{unit}".ToUpperInvariant(), DisplayName = unit, Role = role, UnitCode = unit };

    private sealed class ShiftedClock(TimeSpan off) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + off;
    }
}
