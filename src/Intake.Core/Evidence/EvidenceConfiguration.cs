using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Intake.Conversations;

namespace Senim.Intake.Evidence;

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<EvidenceRow>
{
    /// <summary>Room for the longest id that a channel gives to a file, and the seal.</summary>
    private const int MostReferenceBytes = 512;

    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("Evidence");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Delivery).HasMaxLength(DeliveryKey.Bytes);
        builder.Property(row => row.FileName).HasMaxLength(32);
        builder.Property(row => row.Reference).HasMaxLength(MostReferenceBytes);
        builder.Property(row => row.Secrets).HasMaxLength(128);
        builder.HasIndex(row => row.DataKeyId);
        builder.HasIndex(row => row.Delivery);
        builder.HasIndex(row => row.FileName);
    }
}
