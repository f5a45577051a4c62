using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Senim.Intake.Outbox;

/// <summary>Shared by each database that has an outbox of its own.</summary>
public sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Outbox");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.HasIndex(row => row.MessageId).IsUnique();
        builder.Property(row => row.Type).HasMaxLength(64);
        builder.Property(row => row.RoutingKey).HasMaxLength(64);
        builder.HasIndex(row => new { row.Lane, row.DueUtc });
    }
}
