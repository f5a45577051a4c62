using System.Reflection;
using Senim.Intake.Storage;
using Xunit.Sdk;

namespace Senim.Storage.Tests.World;

/// <summary>Runs a theory on one kind of database, and says why it does not where there is none.</summary>
public abstract class OnDatabaseAttribute : DataAttribute
{
    private readonly DatabaseProvider provider;

    protected OnDatabaseAttribute(DatabaseProvider provider)
    {
        this.provider = provider;
        if (provider != DatabaseProvider.Sqlite && TestDatabase.Server(provider) is null)
            Skip = $"{TestDatabase.Variable(provider)} holds no connection string of a server.";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[provider]];
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute() : OnDatabaseAttribute(DatabaseProvider.Sqlite);

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute() : OnDatabaseAttribute(DatabaseProvider.PostgreSql);

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute() : OnDatabaseAttribute(DatabaseProvider.SqlServer);
