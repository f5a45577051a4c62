using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Drills;
using Senim.Routing.Ladder;

namespace Senim.Routing.Storage.Configuration;

internal sealed class LadderConfiguration : IEntityTypeConfiguration<LadderRow>
{
    public void Configure(EntityTypeBuilder<LadderRow> builder)
    {
        builder.ToTable("Ladders");
        builder.HasKey(row => row.ItemId);
        builder.Property(row => row.ItemId).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();

        // Most ladders have nothing to do; those that have are found without reading the others.
        builder.HasIndex(row => row.DueUtc);
    }
}

internal sealed class LadderStepConfiguration : IEntityTypeConfiguration<LadderStepRow>
{
    public void Configure(EntityTypeBuilder<LadderStepRow> builder)
    {
        builder.ToTable("LadderSteps");
        builder.HasKey(row => new { row.ItemId, row.Round, row.Level });
        builder.Property(row => row.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Outcome).HasConversion<string>().HasMaxLength(24);
    }
}

internal sealed class DrillConfiguration : IEntityTypeConfiguration<DrillRow>
{
    public void Configure(EntityTypeBuilder<DrillRow> builder)
    {
        builder.ToTable("Drills");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.AlertId).HasMaxLength(8);
        builder.Property(row => row.AnsweredBy).HasMaxLength(Lengths.StaffId);
        builder.HasIndex(row => new { row.UnitCode, row.Week }).IsUnique();
        builder.HasIndex(row => row.Week);
    }
}
