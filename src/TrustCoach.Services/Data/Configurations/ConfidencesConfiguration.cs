using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.People;
using TrustCoach.Services.Confidences;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class SealedSecretConfiguration : IEntityTypeConfiguration<SealedSecret>
{
    public void Configure(EntityTypeBuilder<SealedSecret> secret)
    {
        secret.ToTable("sealed_secrets");
        secret.HasKey(s => new { s.OrganizationId, s.Id });
        secret.Property(s => s.Version).IsConcurrencyToken();
        secret.HasOne<Person>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
