using Microsoft.EntityFrameworkCore;
using Senim.Routing.Storage;

namespace Senim.Routing.Tests.Storage;

public sealed class TheRoutingDatabase : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await RoutingBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task No_change_of_the_model_lacks_a_migration()
    {
        await using var db = await bench.OpenDbAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    /// <summary>A foreign key takes its length from the key that it points to.</summary>
    [Fact]
    public async Task Every_text_column_but_the_body_of_an_event_is_bounded()
    {
        await using var db = await bench.OpenDbAsync();
        var unbounded = db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string))
            .Where(property => property.GetMaxLength() is null && !property.IsForeignKey())
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}");

        Assert.Equal(["OutboxRow.Body"], unbounded);
    }
}
