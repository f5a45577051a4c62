using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Hosting.Configuration;
using Senim.Routing;

namespace Senim.Hosting.Tests.Configuration;

/// <summary>What a node may be, and what it needs for it.</summary>
public sealed class TheRoles
{
    private const string Brokers = "amqp://senim:password-of-the-broker@one:5672/senim";

    [Theory]
    [InlineData("intake", NodeRoles.Intake)]
    [InlineData("Routing, desk", NodeRoles.Routing | NodeRoles.Desk)]
    [InlineData("", NodeRoles.All)]
    public void Any_of_them_with_brokers_and_a_database_to_share(string roles, NodeRoles expected) =>
        Assert.Equal(expected, Read(("Senim:Roles", roles), ("Senim:Transport:RabbitMq", Brokers), ("Senim:Database:Provider", "PostgreSql"), ("Senim:Database:ConnectionString", "Host=db;Database=senim;Username=senim;Password=x")).Roles);

    [Theory]
    [InlineData("intake")]
    [InlineData("routing,desk")]
    public void Some_of_them_without_brokers_are_refused(string roles) =>
        Assert.Contains("Senim:Transport:RabbitMq", Refused(("Senim:Roles", roles)), StringComparison.Ordinal);

    [Fact]
    public void Brokers_with_a_database_in_files_are_refused_and_not_shown() =>
        Assert.DoesNotContain("password", Refused(("Senim:Transport:RabbitMq", Brokers)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://user:password-of-the-broker@one")]
    [InlineData("amqp://user:password-of-the-broker@one,amqp://other:password-of-the-broker@two")]
    [InlineData("password-of-the-broker")]
    public void Brokers_that_are_none_are_refused_and_not_shown(string brokers)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Senim:Transport:RabbitMq", brokers)]).Build())
            .AddRabbitMqTransport()
            .BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Senim:Transport:RabbitMq", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password-of", refused.Message, StringComparison.Ordinal);
    }

    private static string Refused(params (string Key, string Value)[] settings) => Assert.Throws<SettingException>(() => Read(settings)).Message;

    private static NodeSettings Read(params (string Key, string Value)[] settings) => NodeSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(each => new KeyValuePair<string, string?>(each.Key, each.Value))).Build(), isDevelopment: true);
}
