using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Intake.Doors;

namespace Senim.Intake.Storage.Configuration;

internal sealed class DoorConfiguration : IEntityTypeConfiguration<DoorRow>
{
    public void Configure(EntityTypeBuilder<DoorRow> builder)
    {
        builder.ToTable("Doors");
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(DoorCode.Length);
        builder.Property(row => row.UnitCode).HasMaxLength(9);
        builder.Property(row => row.Name).HasMaxLength(DoorName.MostChars);
    }
}
