using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Intake.Codes;
using Senim.Intake.Questions;

namespace Senim.Intake.Storage.Configuration;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<QuestionRow>
{
    public void Configure(EntityTypeBuilder<QuestionRow> builder)
    {
        builder.ToTable("Questions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.SignalId);
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.AskedBy).HasMaxLength(36);
        builder.Property(row => row.Bar).HasMaxLength(16);
    }
}

internal sealed class AccessCodeConfiguration : IEntityTypeConfiguration<AccessCodeRow>
{
    public void Configure(EntityTypeBuilder<AccessCodeRow> builder)
    {
        builder.ToTable("AccessCodes");
        builder.HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasMaxLength(AccessCodeRow.HashBytes).ValueGeneratedNever();
        builder.HasIndex(row => row.SignalId);
    }
}
