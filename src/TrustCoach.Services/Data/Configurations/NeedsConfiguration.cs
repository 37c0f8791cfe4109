using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class TimeOfNeedConfiguration : IEntityTypeConfiguration<TimeOfNeed>
{
    public void Configure(EntityTypeBuilder<TimeOfNeed> need)
    {
        need.ToTable("times_of_need");
        need.HasKey(n => new { n.OrganizationId, n.Id });
        need.Property(n => n.Text).HasMaxLength(TimeOfNeed.TextMaxLength);
        need.Property(n => n.Version).IsConcurrencyToken();
        need.Ignore(n => n.IsOpen);
        need.HasOne<Customer>().WithMany().HasForeignKey(n => new { n.OrganizationId, n.CustomerId }).OnDelete(DeleteBehavior.Cascade);
        need.HasIndex(n => new { n.OrganizationId, n.CustomerId, n.StartedAt });                                                       // a customer's, newest first
        need.HasIndex(n => new { n.OrganizationId, n.CustomerId }).IsUnique().HasFilter("over_at is null and withdrawn_at is null");   // one is open at a time
        need.HasIndex(n => new { n.OrganizationId, n.Day });                                                                           // those of a period
    }
}
