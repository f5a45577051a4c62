using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Routing.Alerts;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Drills;
using Senim.Routing.Ladder;
using Senim.Routing.Links;
using Senim.Routing.Queues;

namespace Senim.Routing.Storage;

/// <summary>Queues, and the staff who work on them. No word of a reporter is ever in here. One subclass a database.</summary>
public abstract class RoutingDb(DbContextOptions options) : IdentityUserContext<StaffMember>(options)
{
    public DbSet<QueueItem> Items => Set<QueueItem>();

    public DbSet<QueueHistoryRow> History => Set<QueueHistoryRow>();

    public DbSet<CaseLinkRow> Links => Set<CaseLinkRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<DutyShift> Shifts => Set<DutyShift>();

    public DbSet<DutyAbsence> Absences => Set<DutyAbsence>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertAddressRow> AlertAddresses => Set<AlertAddressRow>();

    public DbSet<LadderRow> Ladders => Set<LadderRow>();

    public DbSet<LadderStepRow> LadderSteps => Set<LadderStepRow>();

    public DbSet<DrillRow> Drills => Set<DrillRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RoutingDb).Assembly);
        builder.ApplyConfiguration(new OutboxConfiguration());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMillisecondsConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<OffsetMillisecondsConverter>();
        configurationBuilder.Properties<ChannelKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<SignalSource>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Language>().HaveConversion<string>().HaveMaxLength(2);
        configurationBuilder.Properties<QueueAction>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<AuditAction>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<AlertKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<AlertWay>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<AlertStatus>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<CaseOutcome>().HaveConversion<string>().HaveMaxLength(24);
    }
}

/// <summary>The embedded default: a file in WAL mode.</summary>
public sealed class SqliteRoutingDb(DbContextOptions<SqliteRoutingDb> options) : RoutingDb(options);
