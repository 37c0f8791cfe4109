using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Digests;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class WeeklyDigestConfiguration : IEntityTypeConfiguration<WeeklyDigest>
{
    public void Configure(EntityTypeBuilder<WeeklyDigest> digest)
    {
        digest.ToTable("weekly_digests");
        digest.HasKey(d => new { d.OrganizationId, d.PersonId });
        digest.Property(d => d.Weekday).HasConversion<short>();
        digest.HasOne<Person>().WithOne().HasForeignKey<WeeklyDigest>(d => new { d.OrganizationId, d.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
