using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Disputes;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class DisputeConfiguration : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.ToTable("disputes");
        dispute.HasKey(d => new { d.OrganizationId, d.Id });
        dispute.Property(d => d.Reason).HasMaxLength(Dispute.TextMaxLength);
        dispute.Property(d => d.Answer).HasMaxLength(Dispute.TextMaxLength);
        dispute.HasOne<Relationship>().WithMany().HasForeignKey(d => new { d.OrganizationId, d.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        dispute.HasIndex(d => new { d.OrganizationId, d.EntryId }).IsUnique().HasFilter("state = 1");   // one open dispute an event
        dispute.HasIndex(d => new { d.OrganizationId, d.EntryId, d.RaisedAt });                         // what was disputed of it before
        dispute.HasIndex(d => new { d.OrganizationId, d.RepId, d.State });                              // a rep's own, and what waits for an answer
    }
}

internal sealed class ManagerPromiseConfiguration : IEntityTypeConfiguration<ManagerPromise>
{
    public void Configure(EntityTypeBuilder<ManagerPromise> promise)
    {
        promise.ToTable("manager_promises");
        promise.HasKey(p => new { p.OrganizationId, p.Id });
        promise.HasIndex(p => new { p.OrganizationId, p.ClosesOn }).HasFilter("state = 1");              // what the clock has closed
        promise.HasIndex(p => new { p.OrganizationId, p.RepId }).HasFilter("state = 1");                 // what a rep waits for
        promise.HasIndex(p => new { p.OrganizationId, p.ManagerId, p.ClosedOn });                        // how a manager kept their word
    }
}
