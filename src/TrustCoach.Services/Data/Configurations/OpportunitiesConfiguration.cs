using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Services.Briefings;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class FearConfiguration : IEntityTypeConfiguration<Fear>
{
    public void Configure(EntityTypeBuilder<Fear> fear)
    {
        fear.ToTable("fears");
        fear.HasKey(f => new { f.OrganizationId, f.Id });
        fear.Property(f => f.Text).HasMaxLength(Fear.TextMaxLength);
        fear.Property(f => f.Version).IsConcurrencyToken();
        fear.HasOne<Customer>().WithMany().HasForeignKey(f => new { f.OrganizationId, f.CustomerId }).OnDelete(DeleteBehavior.Cascade);
        fear.HasIndex(f => new { f.OrganizationId, f.CustomerId, f.NotedOn });
    }
}

internal sealed class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.ToTable("opportunities");
        opportunity.HasKey(o => new { o.OrganizationId, o.Id });
        opportunity.Property(o => o.Name).HasMaxLength(Opportunity.NameMaxLength);
        opportunity.Property(o => o.Words).HasMaxLength(Opportunity.WordsMaxLength);
        opportunity.Property(o => o.Value).HasPrecision(12, 2);
        opportunity.Property(o => o.Version).IsConcurrencyToken();
        opportunity.HasOne<Relationship>().WithMany().HasForeignKey(o => new { o.OrganizationId, o.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        opportunity.HasIndex(o => new { o.OrganizationId, o.CustomerId, o.LastStepOn });                                 // a customer's
        opportunity.HasIndex(o => new { o.OrganizationId, o.RepId, o.LastStepOn, o.Id }).HasFilter("withdrawn_at is null");   // a rep's, page by page
        opportunity.HasIndex(o => new { o.OrganizationId, o.LastStepOn, o.Id }).HasFilter("withdrawn_at is null");         // everyone's, page by page
        opportunity.HasIndex(o => new { o.OrganizationId, o.OfferedOn }).HasFilter("offered_on is not null and not offer_settled");   // what the clock has to read
    }
}

internal sealed class SealedSelfCheckConfiguration : IEntityTypeConfiguration<SealedSelfCheck>
{
    public void Configure(EntityTypeBuilder<SealedSelfCheck> check)
    {
        check.ToTable("self_checks");
        check.HasKey(c => new { c.OrganizationId, c.PersonId, c.RelationshipId });
        check.HasOne<Person>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.PersonId }).OnDelete(DeleteBehavior.Cascade);
        check.HasOne<Relationship>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
    }
}
