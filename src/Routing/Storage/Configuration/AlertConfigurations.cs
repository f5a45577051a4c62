using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Alerts;

namespace Senim.Routing.Storage.Configuration;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> builder)
    {
        builder.ToTable("Alerts");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.AlertId).HasMaxLength(8);
        builder.Property(row => row.Recipient).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.Reference).HasMaxLength(9);
        builder.Property(row => row.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Failure).HasMaxLength(64);
        builder.HasIndex(row => new { row.Status, row.Way, row.NextAttemptUtc });
        builder.HasIndex(row => new { row.Recipient, row.Status });
        builder.HasIndex(row => new { row.ItemId, row.Round });
        builder.HasIndex(row => row.AlertId);
    }
}

internal sealed class AlertAddressConfiguration : IEntityTypeConfiguration<AlertAddressRow>
{
    public void Configure(EntityTypeBuilder<AlertAddressRow> builder)
    {
        builder.ToTable("AlertAddresses");
        builder.HasKey(row => new { row.StaffId, row.Way });
        builder.Property(row => row.StaffId).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.Address).HasMaxLength(254);
        builder.Property(row => row.LinkHash).HasMaxLength(32);
        builder.HasIndex(row => new { row.Way, row.Address });
        builder.HasIndex(row => row.LinkHash);
    }
}
