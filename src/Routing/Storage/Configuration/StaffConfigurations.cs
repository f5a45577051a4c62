using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Routing.Departments;

namespace Senim.Routing.Storage.Configuration;

/// <summary>Identity's tables, with bounded columns and without telephone numbers.</summary>
internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.Property(member => member.Id).HasMaxLength(Lengths.StaffId);
        builder.Property(member => member.DisplayName).HasMaxLength(128);
        builder.Property(member => member.UnitCode).HasMaxLength(Lengths.Code);
        builder.Property(member => member.PasswordHash).HasMaxLength(256);
        builder.Property(member => member.SecurityStamp).HasMaxLength(64);
        builder.Property(member => member.ConcurrencyStamp).HasMaxLength(64);
        builder.Ignore(member => member.PhoneNumber);
        builder.Ignore(member => member.PhoneNumberConfirmed);
    }
}

internal sealed class StaffClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("StaffClaims");
        builder.Property(claim => claim.ClaimType).HasMaxLength(256);
        builder.Property(claim => claim.ClaimValue).HasMaxLength(256);
    }
}

internal sealed class StaffLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("StaffLogins");
        builder.Property(login => login.LoginProvider).HasMaxLength(128);
        builder.Property(login => login.ProviderKey).HasMaxLength(128);
        builder.Property(login => login.ProviderDisplayName).HasMaxLength(128);
    }
}

internal sealed class StaffTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("StaffTokens");
        builder.Property(token => token.LoginProvider).HasMaxLength(128);
        builder.Property(token => token.Name).HasMaxLength(128);
        builder.Property(token => token.Value).HasMaxLength(512);
    }
}
