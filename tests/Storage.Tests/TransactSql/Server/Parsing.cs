using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>Text as SQL Server 2019 reads it, with quoted identifiers as its client sets them.</summary>
internal static class Parsing
{
    /// <summary>Fails with the lines that cannot be read.</summary>
    public static TSqlScript Read(string text)
    {
        var script = Parse(text, out var errors);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\nin\n{text}");
        return Assert.IsType<TSqlScript>(script);
    }

    public static IReadOnlyList<string> Errors(string text)
    {
        Parse(text, out var errors);
        return errors;
    }

    /// <summary>Everything of one kind in it, in the order of the text.</summary>
    public static IReadOnlyList<T> All<T>(TSqlFragment within)
        where T : TSqlFragment
    {
        var finder = new Finder<T>();
        within.Accept(finder);
        return finder.Found;
    }

    private static TSqlFragment Parse(string text, out IReadOnlyList<string> errors)
    {
        using var reader = new StringReader(text);
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var found);
        errors = [.. found.Select(error => $"{error.Line}:{error.Column} {error.Message}")];
        return script;
    }

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T wanted)
                Found.Add(wanted);
        }
    }
}
