using Microsoft.SqlServer.TransactSql.ScriptDom;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>What stores would send to SQL Server can be read by it. Nothing is sent: no server is needed.</summary>
public sealed class EveryStoreMethod
{
    public static TheoryData<string, bool> Methods
    {
        get
        {
            var methods = new TheoryData<string, bool>();
            foreach (var name in StoreMethod.All.Keys)
            {
                methods.Add(name, false);
                methods.Add(name, true);
            }

            return methods;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Sends_what_SQL_Server_can_read(string method, bool everythingIsThere)
    {
        await using var world = new SuppressedWorld(everythingIsThere);
        await world.CallAsync(StoreMethod.All[method]);
        Assert.NotEmpty(world.Server.Sent);
        Assert.All(world.Server.Sent, command => Assert.Equal(Variables(Parsing.Read(command.CommandText)), command.Names.ToHashSet()));
    }

    [Theory]
    [InlineData("SqlServerTurnStore.CommitAsync")]
    [InlineData("LineReader.ReadLastAsync")]
    [InlineData("SignalReader.OpenAsync")]
    [InlineData("ProgressConsumer.ConsumeAsync")]
    [InlineData("OutboxSweep<RoutingDb>.SweepAsync")]
    [InlineData("QueueDesk.CloseAsync")]
    [InlineData("LiveDepartments.SetLiveAsync")]
    [InlineData("StaffAccounts.AddAsync")]
    public void Is_found_by_what_its_class_is_given(string method) => Assert.Contains(method, StoreMethod.All.Keys);

    /// <summary>Values that a text asks for: not those that it declares, nor names of a procedure's own parameters.</summary>
    private static HashSet<string> Variables(TSqlScript script)
    {
        var own = Parsing.All<DeclareVariableElement>(script).Select(declared => declared.VariableName.Value)
            .Concat(Parsing.All<DeclareTableVariableBody>(script).Select(declared => declared.VariableName.Value));
        var named = Parsing.All<ExecuteParameter>(script).Select(parameter => parameter.Variable).ToHashSet();
        return
        [
            .. Parsing.All<VariableReference>(script).Where(variable => !named.Contains(variable)).Select(variable => variable.Name)
                .Except(own)
                .Select(name => name.TrimStart('@')),
        ];
    }
}
