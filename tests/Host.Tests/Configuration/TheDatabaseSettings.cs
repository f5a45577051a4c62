using Microsoft.Extensions.Configuration;
using Senim.Hosting.Configuration;
using Senim.Intake.Storage;

namespace Senim.Hosting.Tests.Configuration;

public sealed class TheDatabaseSettings
{
    private const string Secret = "word-not-to-be-shown";

    [Theory]
    [InlineData("Oracle")]
    [InlineData("1")]
    [InlineData("Sqlite,PostgreSql")]
    [InlineData("PostgreSql,SqlServer")]
    public void Name_the_databases_there_are(string provider)
    {
        var line = Assert.Throws<SettingException>(() => Read(provider, "")).Message;
        Assert.StartsWith("Senim__Database__Provider:", line, StringComparison.Ordinal);
        Assert.Contains("Sqlite, SqlServer, PostgreSql", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_no_connection_for_the_embedded_one()
    {
        AssertRefused(DatabaseProvider.Sqlite, $"Host=db;Database=senim;Password={Secret}", "Leave it out");
        Assert.Equal("", Read("", "").ServerConnection);
    }

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, null)]
    [InlineData(DatabaseProvider.PostgreSql, " ")]
    [InlineData(DatabaseProvider.SqlServer, null)]
    [InlineData(DatabaseProvider.SqlServer, " ")]
    public void Need_a_connection_for_a_server(DatabaseProvider provider, string? text) => AssertRefused(provider, text, $"is needed with {provider}");

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, $"Host=db;Password={Secret}", "'Host=db;Database=senim;")]
    [InlineData(DatabaseProvider.PostgreSql, $"Database=senim;Password={Secret}", "'Host=db;Database=senim;")]
    [InlineData(DatabaseProvider.PostgreSql, $"Host=db;Database=senim;Port=x{Secret}", "'Host=db;Database=senim;")]
    [InlineData(DatabaseProvider.PostgreSql, Secret, "'Host=db;Database=senim;")]
    [InlineData(DatabaseProvider.SqlServer, $"Server=db;Password={Secret}", "'Server=db;Database=senim;")]
    [InlineData(DatabaseProvider.SqlServer, $"Database=senim;Password={Secret}", "'Server=db;Database=senim;")]
    [InlineData(DatabaseProvider.SqlServer, $"Server=db;Database=senim;Encrypt={Secret}", "'Server=db;Database=senim;")]
    [InlineData(DatabaseProvider.SqlServer, $"Server=db;Database=senim;{Secret}=1", "'Server=db;Database=senim;")]
    public void Show_the_form_of_a_connection_and_nothing_of_what_was_given(DatabaseProvider provider, string text, string form) => AssertRefused(provider, text, form);

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, "Host=db;Database=senim;Password=p;Max Auto Prepare=7", "Max Auto Prepare=7")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=db;Database=senim;Password=p", "Max Auto Prepare=100")]
    [InlineData(DatabaseProvider.SqlServer, "Server=db;Database=senim;Password=p;Max Pool Size=7", "Max Pool Size=7")]
    public void Keep_what_the_driver_is_told(DatabaseProvider provider, string text, string kept) =>
        Assert.Contains(kept, ServerDatabase.ReadConnection(text, provider), StringComparison.Ordinal);

    private static void AssertRefused(DatabaseProvider provider, string? text, string said)
    {
        var line = Assert.Throws<SettingException>(() => ServerDatabase.ReadConnection(text, provider)).Message;
        Assert.StartsWith("Senim__Database__ConnectionString:", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    private static NodeSettings Read(string provider, string connection) => NodeSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:Database:Provider"] = provider, ["Senim:Database:ConnectionString"] = connection })
            .Build(),
        isDevelopment: true);
}
