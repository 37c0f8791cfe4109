using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public const string SearchColumn = "Search";

    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("customers");
        customer.HasKey(c => new { c.OrganizationId, c.Id });
        customer.Property(c => c.Name).HasMaxLength(Customer.NameMaxLength).UseCollation("und-x-icu");
        customer.Property(c => c.BurnedNote).HasMaxLength(Customer.NoteMaxLength);
        customer.Property(c => c.ExternalId).HasMaxLength(Customer.ExternalIdMaxLength);
        customer.Property(c => c.Version).IsConcurrencyToken();
        customer.Property<string>(SearchColumn).HasComputedColumnSql("search_text(name)", stored: true);
        customer.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        customer.HasIndex(c => new { c.OrganizationId, c.Name, c.Id });   // the list's own order, page by page
        customer.HasIndex(c => new { c.OrganizationId, c.ExternalId }).IsUnique();
        customer.HasIndex(SearchColumn).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.HasKey(c => new { c.OrganizationId, c.Id });
        contact.Property(c => c.Name).HasMaxLength(Contact.NameMaxLength);
        contact.Property(c => c.Title).HasMaxLength(Contact.TitleMaxLength);
        contact.Property(c => c.Email).HasMaxLength(Contact.EmailMaxLength);
        contact.Property(c => c.Phone).HasMaxLength(Contact.PhoneMaxLength);
        contact.Property<string>(CustomerConfiguration.SearchColumn).HasComputedColumnSql("search_text(name)", stored: true);
        contact.HasOne<Customer>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.CustomerId }).OnDelete(DeleteBehavior.Cascade);
        contact.HasIndex(CustomerConfiguration.SearchColumn).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

internal sealed class RelationshipConfiguration : IEntityTypeConfiguration<Relationship>
{
    public void Configure(EntityTypeBuilder<Relationship> relationship)
    {
        relationship.ToTable("relationships");
        relationship.HasKey(r => new { r.OrganizationId, r.Id });
        relationship.HasOne<Customer>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.CustomerId }).OnDelete(DeleteBehavior.Cascade);
        relationship.HasOne<Person>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.RepId }).OnDelete(DeleteBehavior.Restrict);
        relationship.HasIndex(r => new { r.OrganizationId, r.RepId, r.CustomerId }).IsUnique();
        relationship.HasIndex(r => new { r.OrganizationId, r.CustomerId });
    }
}

internal sealed class RelationshipVisitConfiguration : IEntityTypeConfiguration<RelationshipVisit>
{
    public void Configure(EntityTypeBuilder<RelationshipVisit> visit)
    {
        visit.ToTable("relationship_visits");
        visit.HasKey(v => new { v.OrganizationId, v.PersonId, v.RelationshipId });
        visit.HasOne<Person>().WithMany().HasForeignKey(v => new { v.OrganizationId, v.PersonId }).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne<Relationship>().WithMany().HasForeignKey(v => new { v.OrganizationId, v.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
    }
}
