using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Intake.Notes;

namespace Senim.Intake.Storage.Configuration;

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNoteRow>
{
    public void Configure(EntityTypeBuilder<CaseNoteRow> builder)
    {
        builder.ToTable("CaseNotes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.SignalId);
        builder.Property(row => row.WrittenBy).HasMaxLength(36);
    }
}
