using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
