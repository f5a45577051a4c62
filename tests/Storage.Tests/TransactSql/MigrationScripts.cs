using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Senim.Intake.Storage;
using Senim.Routing.Storage;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Storage.Tests.TransactSql;

public sealed class MigrationScripts
{
    public static TheoryData<Type, MigrationsSqlGenerationOptions> Scripts => new()
    {
        { typeof(SqlServerIntakeDb), MigrationsSqlGenerationOptions.Default },
        { typeof(SqlServerIntakeDb), MigrationsSqlGenerationOptions.Idempotent },
        { typeof(SqlServerRoutingDb), MigrationsSqlGenerationOptions.Default },
        { typeof(SqlServerRoutingDb), MigrationsSqlGenerationOptions.Idempotent },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Make_every_table_in_words_that_SQL_Server_can_read(Type context, MigrationsSqlGenerationOptions options)
    {
        await using var world = new SuppressedWorld(everythingIsThere: false);
        await using var db = world.Open(context);
        AssertMakesEveryTable(db, [db.GetService<IMigrator>().GenerateScript(options: options)]);
    }

    [Theory]
    [InlineData(typeof(SqlServerIntakeDb))]
    [InlineData(typeof(SqlServerRoutingDb))]
    public async Task Take_back_what_they_made(Type context)
    {
        await using var world = new SuppressedWorld(everythingIsThere: false);
        await using var db = world.Open(context);
        var script = Parsing.Read(db.GetService<IMigrator>().GenerateScript(db.Database.GetMigrations().Last(), Migration.InitialDatabase));
        var dropped = Parsing.All<DropTableStatement>(script).SelectMany(drop => drop.Objects).Select(table => table.BaseIdentifier.Value);
        Assert.Equal(Tables(db), dropped.ToHashSet());
    }

    [Theory]
    [InlineData(typeof(SqlServerIntakeDb))]
    [InlineData(typeof(SqlServerRoutingDb))]
    public async Task Are_what_a_node_sends_at_its_start(Type context)
    {
        await using var world = new SuppressedWorld(everythingIsThere: false);
        await using var db = world.Open(context);
        await db.Database.MigrateAsync();
        AssertMakesEveryTable(db, world.Server.Sent.Select(command => command.CommandText));
    }

    private static void AssertMakesEveryTable(DbContext db, IEnumerable<string> texts)
    {
        var made = texts.SelectMany(text => Parsing.All<CreateTableStatement>(Parsing.Read(text)));
        Assert.Superset(Tables(db), made.Select(table => table.SchemaObjectName.BaseIdentifier.Value).ToHashSet());
    }

    private static HashSet<string> Tables(DbContext db) => [.. db.Model.GetEntityTypes().Select(type => type.GetTableName()!)];
}
