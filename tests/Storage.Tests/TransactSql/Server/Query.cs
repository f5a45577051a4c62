using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>The result that a text promises.</summary>
internal sealed class Query
{
    public Query(string text)
    {
        if (Parsing.Read(text).Batches.SelectMany(batch => batch.Statements).OfType<SelectStatement>().LastOrDefault()?.QueryExpression is not QuerySpecification query)
            return;
        var elements = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        Columns = [.. elements.Select(NameOf)];
        AlwaysHasRow = query.FromClause is null || (query.GroupByClause is null && elements.TrueForAll(element => element.Expression is FunctionCall));
    }

    /// <summary>Names of its columns; one that is computed may have none.</summary>
    public IReadOnlyList<string> Columns { get; } = [];

    /// <summary>It counts, or asks whether there is one.</summary>
    public bool AlwaysHasRow { get; }

    private static string NameOf(SelectScalarExpression element) =>
        element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
}
