using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Storage.Configuration;

namespace Senim.Routing.Links;

internal sealed class CaseLinkConfiguration : IEntityTypeConfiguration<CaseLinkRow>
{
    public void Configure(EntityTypeBuilder<CaseLinkRow> builder)
    {
        builder.ToTable("CaseLinks");
        builder.HasKey(row => new { row.FirstId, row.SecondId });
        builder.HasIndex(row => row.SecondId);
        builder.Property(row => row.SaidBy).HasMaxLength(Lengths.StaffId);
    }
}
