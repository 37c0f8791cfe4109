using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class RecordSeenConfiguration : IEntityTypeConfiguration<RecordSeen>
{
    public void Configure(EntityTypeBuilder<RecordSeen> seen)
    {
        seen.ToTable("record_seen");
        seen.HasKey(s => new { s.OrganizationId, s.PersonId });
        seen.HasOne<Person>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EvidenceOpeningConfiguration : IEntityTypeConfiguration<EvidenceOpening>
{
    public void Configure(EntityTypeBuilder<EvidenceOpening> opening)
    {
        opening.ToTable("evidence_openings");
        // By rep and day: the newest are read, the oldest taken away.
        opening.HasKey(o => new { o.OrganizationId, o.RepId, o.Day, o.ViewerId, o.Page, o.SubjectId });
        opening.HasOne<Person>().WithMany().HasForeignKey(o => new { o.OrganizationId, o.RepId }).OnDelete(DeleteBehavior.Cascade);
    }
}
