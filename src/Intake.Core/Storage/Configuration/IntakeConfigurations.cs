using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Senim.Intake.Conversations;

namespace Senim.Intake.Storage.Configuration;

internal sealed class DataKeyConfiguration : IEntityTypeConfiguration<DataKeyRow>
{
    public void Configure(EntityTypeBuilder<DataKeyRow> builder)
    {
        builder.ToTable("DataKeys");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Wrapped).HasMaxLength(128);
    }
}

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("Conversations");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(ConversationKey.Bytes).ValueGeneratedNever();
        builder.Property(row => row.LastDelivery).HasMaxLength(DeliveryKey.Bytes);
        builder.HasIndex(row => row.TimeoutUtc);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("Deliveries");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(DeliveryKey.Bytes).ValueGeneratedNever();
    }
}

internal sealed class SignalConfiguration : IEntityTypeConfiguration<SignalRow>
{
    public void Configure(EntityTypeBuilder<SignalRow> builder)
    {
        builder.ToTable("Signals");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reference).HasMaxLength(9);
        builder.HasIndex(row => row.Reference).IsUnique();
        builder.Property(row => row.Categories).HasMaxLength(256);
        builder.Property(row => row.PlaceCode).HasMaxLength(9);
        builder.Property(row => row.ConversationKey).HasMaxLength(ConversationKey.Bytes);
    }
}

internal sealed class UnparsedConfiguration : IEntityTypeConfiguration<UnparsedRow>
{
    public void Configure(EntityTypeBuilder<UnparsedRow> builder)
    {
        builder.ToTable("Unparsed");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.SignalId);
    }
}

internal sealed class SignalProgressConfiguration : IEntityTypeConfiguration<SignalProgressRow>
{
    public void Configure(EntityTypeBuilder<SignalProgressRow> builder)
    {
        builder.ToTable("SignalProgress");
        builder.HasKey(row => row.SignalId);
        builder.Property(row => row.SignalId).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        builder.ToTable("Activities");
        builder.HasKey(row => new { row.ConversationKey, row.Number });
        builder.Property(row => row.ConversationKey).HasMaxLength(ConversationKey.Bytes);
        builder.Property(row => row.Number).ValueGeneratedNever();
    }
}
