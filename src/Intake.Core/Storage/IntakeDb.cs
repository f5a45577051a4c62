using Microsoft.EntityFrameworkCore;
using Senim.Intake.Codes;
using Senim.Intake.Doors;
using Senim.Intake.Evidence;
using Senim.Intake.Notes;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Intake.Storage;

/// <summary>Conversations, signals and what they owe. One subclass a database, with its own migrations.</summary>
public abstract class IntakeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<SignalRow> Signals => Set<SignalRow>();

    public DbSet<UnparsedRow> Unparsed => Set<UnparsedRow>();

    public DbSet<SignalProgressRow> Progress => Set<SignalProgressRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    public DbSet<CaseNoteRow> CaseNotes => Set<CaseNoteRow>();

    public DbSet<AccessCodeRow> AccessCodes => Set<AccessCodeRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<DoorRow> Doors => Set<DoorRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IntakeDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMillisecondsConverter>();
        configurationBuilder.Properties<ChannelKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<SignalSource>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<MediaKind>().HaveConversion<string>().HaveMaxLength(8);
        configurationBuilder.Properties<FileType>().HaveConversion<string>().HaveMaxLength(8);
        configurationBuilder.Properties<Language>().HaveConversion<string>().HaveMaxLength(2);
    }
}

/// <summary>The embedded default: a file in WAL mode.</summary>
public sealed class SqliteIntakeDb(DbContextOptions<SqliteIntakeDb> options) : IntakeDb(options);
