using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class TouchpointConfiguration : IEntityTypeConfiguration<Touchpoint>
{
    public void Configure(EntityTypeBuilder<Touchpoint> touchpoint)
    {
        touchpoint.ToTable("touchpoints");
        touchpoint.HasKey(t => new { t.OrganizationId, t.Id });
        touchpoint.Property(t => t.Summary).HasMaxLength(Touchpoint.SummaryMaxLength);
        touchpoint.Property(t => t.Expectation).HasMaxLength(Touchpoint.ExpectationMaxLength);
        touchpoint.Property(t => t.VoidReason).HasMaxLength(Touchpoint.ReasonMaxLength);
        touchpoint.Property(t => t.ExternalId).HasMaxLength(Touchpoint.ExternalIdMaxLength);
        touchpoint.Property(t => t.Version).IsConcurrencyToken();
        touchpoint.HasOne<Relationship>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        touchpoint.HasMany(t => t.Breakers).WithOne().HasForeignKey(b => new { b.OrganizationId, b.TouchpointId }).OnDelete(DeleteBehavior.Cascade);
        touchpoint.HasMany(t => t.Repairs).WithOne().HasForeignKey(r => new { r.OrganizationId, r.TouchpointId }).OnDelete(DeleteBehavior.Cascade);
        touchpoint.HasIndex(t => new { t.OrganizationId, t.RepId, t.IdempotencyKey }).IsUnique();   // one form, one touchpoint
        touchpoint.HasIndex(t => new { t.OrganizationId, t.CustomerId, t.HappenedAt });             // a customer's timeline, newest first
        touchpoint.HasIndex(t => new { t.OrganizationId, t.RepId, t.HappenedAt }).HasFilter("outcome = 0 and voided_at is null");   // planned or never closed
        touchpoint.HasIndex(t => new { t.OrganizationId, t.RelationshipId });
        // Few touchpoints have one of these, so they cost a log nothing.
        touchpoint.HasIndex(t => new { t.OrganizationId, t.RepId, t.RelationshipId }).HasFilter("steps is not null");
        touchpoint.HasIndex(t => new { t.OrganizationId, t.RelationshipId, t.HappenedAt }).HasFilter("they_started");
        touchpoint.HasIndex(t => new { t.OrganizationId, t.ExternalId }).IsUnique().HasFilter("external_id is not null");
        touchpoint.HasIndex(t => new { t.OrganizationId, t.ImportId }).HasFilter("import_id is not null");
    }
}

internal sealed class TrustBreakerConfiguration : IEntityTypeConfiguration<TrustBreaker>
{
    public void Configure(EntityTypeBuilder<TrustBreaker> breaker)
    {
        breaker.ToTable("trust_breakers");
        breaker.HasKey(b => new { b.OrganizationId, b.Id });
        breaker.Property(b => b.Note).HasMaxLength(TrustBreaker.NoteMaxLength);
    }
}

internal sealed class RepairConfiguration : IEntityTypeConfiguration<Repair>
{
    public void Configure(EntityTypeBuilder<Repair> repair)
    {
        repair.ToTable("repairs");
        repair.HasKey(r => new { r.OrganizationId, r.Id });
    }
}

internal sealed class GestureConfiguration : IEntityTypeConfiguration<Gesture>
{
    public void Configure(EntityTypeBuilder<Gesture> gesture)
    {
        gesture.ToTable("gestures");
        gesture.HasKey(g => new { g.OrganizationId, g.Id });
        gesture.Property(g => g.Text).HasMaxLength(Gesture.TextMaxLength);
        gesture.HasOne<Relationship>().WithMany().HasForeignKey(g => new { g.OrganizationId, g.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        gesture.HasIndex(g => new { g.OrganizationId, g.RelationshipId, g.Day });
    }
}
