using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Queues;

namespace Senim.Routing.Storage.Configuration;

internal sealed class QueueItemConfiguration : IEntityTypeConfiguration<QueueItem>
{
    public void Configure(EntityTypeBuilder<QueueItem> builder)
    {
        builder.ToTable("QueueItems");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => item.SignalId).IsUnique();
        builder.Property(item => item.Reference).HasMaxLength(9);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Categories).HasMaxLength(256);
        builder.Property(item => item.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.RegionCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.PlaceCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.PlaceNowNames).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Recused).HasMaxLength(Lengths.Recused);
        builder.Property(item => item.RecusedUnitCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.AcknowledgedBy).HasMaxLength(Lengths.StaffId);
        builder.Property(item => item.ClosedBy).HasMaxLength(Lengths.StaffId);
        builder.Property(item => item.ClosingAskedBy).HasMaxLength(Lengths.StaffId);
        builder.Property(item => item.OfferedBy).HasMaxLength(Lengths.StaffId);
        builder.Property(item => item.FromUnitCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.FromRegionCode).HasMaxLength(Lengths.Code);
        builder.HasMany(item => item.History).WithOne().HasForeignKey(row => row.ItemId);
        builder.Navigation(item => item.History).UsePropertyAccessMode(PropertyAccessMode.Property);

        // One for each reach of a scope. What is open is little; what is closed grows for ever and must not be read through.
        builder.HasIndex(item => new { item.UnitCode, item.State });
        builder.HasIndex(item => new { item.RegionCode, item.State });
        builder.HasIndex(item => item.State);

        // For looking up one that staff name, and those of one matter.
        builder.HasIndex(item => item.Reference);
        builder.HasIndex(item => new { item.UnitCode, item.ReceivedUtc });

        // Few are being passed on, and few are watched for long.
        builder.HasIndex(item => item.FromUnitCode);
        builder.HasIndex(item => item.FromRegionCode);
        builder.HasIndex(item => item.WatchUtc);
    }
}

internal sealed class QueueHistoryConfiguration : IEntityTypeConfiguration<QueueHistoryRow>
{
    public void Configure(EntityTypeBuilder<QueueHistoryRow> builder)
    {
        builder.ToTable("QueueHistory");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.By).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.From).HasMaxLength(24);
        builder.Property(row => row.To).HasMaxLength(Lengths.StaffId);
    }
}

internal sealed class InboxConfiguration : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("Inbox");
        builder.HasKey(row => row.EventId);
        builder.Property(row => row.EventId).ValueGeneratedNever();
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.ToTable("Units");
        builder.HasKey(row => row.Code);
        builder.Property(row => row.HeadId).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.Code).HasMaxLength(Lengths.Code).ValueGeneratedNever();
    }
}

internal static class Lengths
{
    public const int Code = 9;
    public const int StaffId = 36;

    /// <summary>All the codes there are, and room for some more.</summary>
    public const int Recused = 64;
}
