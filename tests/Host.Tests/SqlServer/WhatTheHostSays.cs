using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Senim.Hosting.Serving;
using Senim.Hosting.Tests.Deploy;
using Senim.Intake.Storage;
using Senim.Routing.Storage;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Hosting.Tests.SqlServer;

/// <summary>The host's own words to SQL Server, and those that an operator is to say, can be read by it.</summary>
public sealed class WhatTheHostSays
{
    public static TheoryData<Type> GivenContexts =>
    [
        .. typeof(Health).Assembly.GetTypes().Where(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => typeof(DbContext).IsAssignableFrom(parameter.ParameterType) || parameter.ParameterType.Name == typeof(IDbContextFactory<>).Name)),
    ];

    [Theory]
    [MemberData(nameof(GivenContexts))]
    public async Task Asks_how_long_things_have_waited(Type check)
    {
        var server = new SilentServer(hasSnapshots: true);
        object contexts = check.GetConstructors().Single().GetParameters()[0].ParameterType == typeof(IDbContextFactory<IntakeDb>)
            ? new Opened<IntakeDb>(server.OpenIntake)
            : new Opened<RoutingDb>(server.OpenRouting);
        var health = Assert.IsAssignableFrom<IHealthCheck>(Activator.CreateInstance(check, contexts, TimeProvider.System));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext())).Status);
        Assert.NotEmpty(server.Commands.Sent);
        Assert.All(server.Commands.Sent, command => Parsing.Read(command.CommandText));
    }

    [Fact]
    public void Asks_how_rows_are_shown_to_readers()
    {
        var question = Parsing.Read(SqlServerSnapshot.Question);
        Assert.Single(Parsing.All<SelectStatement>(question));
        Assert.Equal(["Value"], new Query(SqlServerSnapshot.Question).Columns);
    }

    [Fact]
    public void Is_what_mends_it()
    {
        var text = SqlServerSnapshot.Fix[SqlServerSnapshot.Fix.IndexOf("ALTER", StringComparison.Ordinal)..];
        var option = Assert.Single(Parsing.All<OnOffDatabaseOption>(Parsing.Read(text)));
        Assert.Equal((DatabaseOptionKind.ReadCommittedSnapshot, OptionState.On), (option.OptionKind, option.OptionState));
    }

    [Fact]
    public void Makes_the_database_of_an_installation()
    {
        var script = Parsing.Read(DeployFolder.Read("sqlserver/make-database.sql").Replace("$(Password)", "0123456789abcdef", StringComparison.Ordinal));
        Assert.Single(Parsing.All<CreateDatabaseStatement>(script));
        Assert.Contains(Parsing.All<DatabaseOption>(script), option => option.OptionKind == DatabaseOptionKind.ReadCommittedSnapshot);
    }

    private sealed class Opened<TDb>(Func<TDb> open) : IDbContextFactory<TDb>
        where TDb : DbContext
    {
        public TDb CreateDbContext() => open();
    }
}
