using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.People;
using TrustCoach.Services.TrustLists;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class SealedListsConfiguration : IEntityTypeConfiguration<SealedLists>
{
    public void Configure(EntityTypeBuilder<SealedLists> lists)
    {
        lists.ToTable("sealed_lists");
        lists.HasKey(s => new { s.OrganizationId, s.PersonId, s.Version });
        lists.HasOne<Person>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
