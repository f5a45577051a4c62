namespace Senim.EndToEnd.Tests.Databases;

/// <summary>A fact about a node on PostgreSQL, which says why it is not checked where there is no server.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlDatabase.Missing;
}

/// <summary>The same for each of several cases.</summary>
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlDatabase.Missing;
}
