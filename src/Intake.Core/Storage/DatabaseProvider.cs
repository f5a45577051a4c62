namespace Senim.Intake.Storage;

/// <summary>Where the rows lie.</summary>
public enum DatabaseProvider
{
    /// <summary>Files of the node, one a context. The default.</summary>
    Sqlite = 0,

    /// <summary>One database for every context and node. Needs READ_COMMITTED_SNAPSHOT.</summary>
    SqlServer = 1,

    /// <summary>One database for every context and node.</summary>
    PostgreSql = 2,
}
