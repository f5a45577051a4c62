using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Duty;

namespace Senim.Routing.Storage.Configuration;

internal sealed class DutyShiftConfiguration : IEntityTypeConfiguration<DutyShift>
{
    public void Configure(EntityTypeBuilder<DutyShift> builder)
    {
        builder.ToTable("DutyShifts");
        builder.Property(shift => shift.Id).ValueGeneratedNever();
        builder.Property(shift => shift.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(shift => shift.StaffId).HasMaxLength(Lengths.StaffId);
        builder.HasIndex(shift => shift.UnitCode);
    }
}

internal sealed class DutyAbsenceConfiguration : IEntityTypeConfiguration<DutyAbsence>
{
    public void Configure(EntityTypeBuilder<DutyAbsence> builder)
    {
        builder.ToTable("DutyAbsences");
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.Property(absence => absence.StaffId).HasMaxLength(Lengths.StaffId);
        builder.Property(absence => absence.SubstituteId).HasMaxLength(Lengths.StaffId);
        builder.HasIndex(absence => absence.ToUtc);
    }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("DepartmentAudit");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(row => row.By).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.About).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.Substitute).HasMaxLength(Lengths.StaffId);
        builder.Property(row => row.Detail).HasMaxLength(64);
        builder.HasIndex(row => new { row.UnitCode, row.Id });
    }
}
