namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>What the server that is not there would answer.</summary>
internal interface IStored
{
    /// <summary>Whether a query finds a row.</summary>
    bool HasRow(string text);

    /// <summary>What a column of that row holds; null for the type's own nothing: zero, "0", sixteen zero bytes.</summary>
    object? Value(string text, string column);

    /// <summary>Rows that a statement writes; -1 for one that is caught by itself.</summary>
    int Written(string text);
}
