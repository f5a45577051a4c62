using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Senim.Intake.Storage;
using Senim.Intake.Storage.Turns;
using Senim.Routing.Storage;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>The statements that EF does not write: those of the turns.</summary>
public sealed class HandWrittenStatements
{
    /// <summary>Where two nodes may come with the same row.</summary>
    private static readonly HashSet<string> Raced = ["Deliveries", "Conversations", "Outbox"];

    private static readonly string[] Verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "SET ", "MERGE ", "BEGIN ", "WITH "];

    [Fact]
    public async Task Are_all_sent_by_the_turn_store()
    {
        var written = new[] { typeof(IntakeDb), typeof(RoutingDb) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !StoreMethod.IsOfAnother(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(text => Verbs.Any(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)))
            .ToHashSet();
        Assert.Contains(TurnTexts.WriteMemo, written);
        Assert.Superset(written, (await SentAsync()).ToHashSet());
    }

    [Fact]
    public async Task Insert_every_column_of_one_row()
    {
        var inserts = await InsertsAsync();
        var tables = inserts.Select(Table).ToHashSet();
        Assert.Superset(Raced, tables);
        Assert.Superset(new HashSet<string> { "DataKeys", "Signals", "Unparsed", "Activities" }, tables);
        await using var world = new SuppressedWorld(everythingIsThere: false);
        await using var db = world.Open(typeof(SqlServerIntakeDb));
        Assert.All(inserts, insert =>
        {
            Assert.Single(Assert.IsType<ValuesInsertSource>(insert.InsertSpecification.InsertSource).RowValues);
            Assert.Equal(
                Properties(db, Table(insert)).Where(property => !IsNumberedByTheServer(property)).Select(property => property.GetColumnName()).ToHashSet(),
                insert.InsertSpecification.Columns.Select(Name).ToHashSet());
        });
    }

    [Fact]
    public async Task Name_only_columns_that_are_there()
    {
        await using var world = new SuppressedWorld(everythingIsThere: false);
        await using var db = world.Open(typeof(SqlServerIntakeDb));
        Assert.All(await SentAsync(), text =>
        {
            var script = Parsing.Read(text);
            var table = Assert.Single(Parsing.All<NamedTableReference>(script)).SchemaObject.BaseIdentifier.Value;
            Assert.Subset(
                Properties(db, table).Select(property => property.GetColumnName()).ToHashSet(),
                Parsing.All<ColumnReferenceExpression>(script).Select(Name).ToHashSet());
        });
    }

    /// <summary>The transaction goes on, so that the row counts decide, and every other error is still one.</summary>
    [Fact]
    public async Task Take_a_row_that_is_there_for_no_rows_where_nodes_race_and_only_there()
    {
        foreach (var script in (await SentAsync()).Select(Parsing.Read))
        {
            var inserts = Parsing.All<InsertStatement>(script);
            if (inserts.Count == 0 || !Raced.Contains(Table(inserts[0])))
            {
                Assert.Empty(Parsing.All<TryCatchStatement>(script));
                continue;
            }

            var statements = Assert.Single(script.Batches).Statements;
            Assert.Equal(2, statements.Count);
            var abort = Assert.IsType<PredicateSetStatement>(statements[0]);
            Assert.Equal((SetOptions.XactAbort, false), (abort.Options, abort.IsOn));
            var attempt = Assert.IsType<TryCatchStatement>(statements[1]);
            Assert.Same(inserts[0], Assert.Single(attempt.TryStatements.Statements));
            var refused = Assert.IsType<IfStatement>(Assert.Single(attempt.CatchStatements.Statements));
            var known = Assert.IsType<InPredicate>(refused.Predicate);
            Assert.Equal("ERROR_NUMBER", Assert.IsType<FunctionCall>(known.Expression).FunctionName.Value);
            Assert.True(known.NotDefined);
            Assert.Equal(["2601", "2627"], known.Values.Cast<IntegerLiteral>().Select(number => number.Value).Order());
            Assert.Null(Assert.Single(Parsing.All<ThrowStatement>(refused.ThenStatement)).ErrorNumber);
            Assert.Null(refused.ElseStatement);
        }
    }

    /// <summary>EF puts names in brackets.</summary>
    private static async Task<List<string>> SentAsync()
    {
        var sent = new List<string>();
        foreach (var everythingIsThere in new[] { false, true })
        {
            await using var world = new SuppressedWorld(everythingIsThere);
            foreach (var method in StoreMethod.All.Values.Where(method => method.Store == typeof(SqlServerTurnStore)))
                await world.CallAsync(method);
            sent.AddRange(world.Server.Sent.Select(command => command.CommandText).Where(text => text.Contains('"', StringComparison.Ordinal)));
        }

        return sent;
    }

    private static async Task<List<InsertStatement>> InsertsAsync() =>
        [.. (await SentAsync()).SelectMany(text => Parsing.All<InsertStatement>(Parsing.Read(text)))];

    private static string Table(InsertStatement insert) => ((NamedTableReference)insert.InsertSpecification.Target).SchemaObject.BaseIdentifier.Value;

    private static string Name(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private static bool IsNumberedByTheServer(IProperty property) =>
        SqlServerPropertyExtensions.GetValueGenerationStrategy(property) == SqlServerValueGenerationStrategy.IdentityColumn;

    private static IEnumerable<IProperty> Properties(DbContext db, string table) =>
        db.Model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties();
}
