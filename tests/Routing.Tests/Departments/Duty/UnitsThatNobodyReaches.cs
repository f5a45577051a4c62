using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Departments.Reachability;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Departments.Duty;

public sealed class UnitsThatNobodyReaches : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_names_who_is_alerted_instead()
    {
        Assert.Equal(Unreached(Taraz, null), await FindAsync(Taraz));
        var marat = await bench.StaffAsync("marat", StaffRole.National, National);
        Assert.Equal(Unreached(Taraz, National), await FindAsync(Taraz));
        await bench.StaffAsync("saule", StaffRole.RegionalLead, Zhambyl);
        Assert.Equal(Unreached(Taraz, Zhambyl), await FindAsync(Taraz));
        await bench.Get<IDutyBook>().ChangeAsync(marat, Taraz, new DutyChange.SetHead(marat.StaffId), default);
        Assert.Null(await FindAsync(Taraz));
    }

    [Fact]
    public async Task A_unit_without_a_division_needs_nobody()
    {
        await bench.Get<IDepartments>().SetLiveAsync(Taraz, false, default);
        Assert.Null(await FindAsync(Taraz));
    }

    [Fact]
    public async Task Whoever_was_barred_reaches_nobody()
    {
        var officer = await bench.StaffAsync("aigerim", StaffRole.Officer, Taraz);
        Assert.Null(await FindAsync(Taraz));
        await using (var db = await bench.OpenDbAsync())
        {
            var member = await db.Users.SingleAsync(user => user.Id == officer.StaffId);
            member.LockoutEnd = bench.Clock.GetUtcNow().AddYears(50);
            await db.SaveChangesAsync();
        }

        Assert.NotNull(await FindAsync(Taraz));
    }

    [Fact]
    public async Task Leads_see_those_of_their_region_and_officers_none()
    {
        var book = bench.Get<IDutyBook>();
        var lead = await bench.StaffAsync("saule", StaffRole.RegionalLead, Zhambyl);

        Assert.All(await book.ListUnreachedAsync(lead, default), unit => Assert.StartsWith("31", unit.UnitCode));
        Assert.NotEmpty(await book.ListUnreachedAsync(lead, default));
        Assert.Contains(await book.ListUnreachedAsync(NationalDesk, default), unit => unit.UnitCode == Almaly);
        Assert.Empty(await book.ListUnreachedAsync(OfficerOfTaraz, default));
    }

    [Fact]
    public async Task The_watch_says_it_in_one_line_and_keeps_the_report()
    {
        var log = new List<string>();
        using var watch = new OwnerWatch(
            bench.Get<IDbContextFactory<Senim.Routing.Storage.RoutingDb>>(), bench.Get<OwnerReach>(), bench.Clock, new Lines(log));

        await watch.LookAsync(default);

        Assert.Equal(watch.Last!.Units, watch.Last.Unreached.Count);
        Assert.Contains($"In {watch.Last.Units} of {watch.Last.Units} units nobody can be alerted, among them {National} (instead: nobody but the operator)", Assert.Single(log));
    }

    private static UnreachedUnit Unreached(string unit, string? fallback) => new(unit, UnreachedWhy.NobodyThere, fallback);

    private async Task<UnreachedUnit?> FindAsync(string unit)
    {
        await using var db = await bench.OpenDbAsync();
        return (await bench.Get<OwnerReach>().LookAsync(db, default)).Unreached.SingleOrDefault(known => known.UnitCode == unit);
    }

    private sealed class Lines(List<string> log) : ILogger<OwnerWatch>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(formatter(state, exception));
    }
}
