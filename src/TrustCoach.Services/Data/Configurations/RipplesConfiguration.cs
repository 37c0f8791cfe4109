using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Ripples;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class CustomerLinkConfiguration : IEntityTypeConfiguration<CustomerLink>
{
    public void Configure(EntityTypeBuilder<CustomerLink> link)
    {
        link.ToTable("customer_links");
        link.HasKey(l => new { l.OrganizationId, l.Id });
        link.Property(l => l.Note).HasMaxLength(CustomerLink.NoteMaxLength);
        link.Property(l => l.Version).IsConcurrencyToken();
        link.HasOne<Customer>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.FromCustomerId }).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Customer>().WithMany().HasForeignKey(l => new { l.OrganizationId, l.ToCustomerId }).OnDelete(DeleteBehavior.Cascade);
        // A customer's links are looked for from either end; the same link cannot stand twice.
        link.HasIndex(l => new { l.OrganizationId, l.FromCustomerId, l.ToCustomerId, l.Kind, l.FromContactId, l.ToContactId })
            .IsUnique().AreNullsDistinct(false).HasFilter("removed_at is null");
        link.HasIndex(l => new { l.OrganizationId, l.ToCustomerId });
    }
}
