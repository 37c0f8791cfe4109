using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Coaching;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class RepTallyConfiguration : IEntityTypeConfiguration<RepTally>
{
    public void Configure(EntityTypeBuilder<RepTally> tally)
    {
        tally.ToTable("rep_tallies");
        tally.HasKey(t => new { t.OrganizationId, t.RepId, t.Week });
    }
}

internal sealed class RepWeekConfiguration : IEntityTypeConfiguration<RepWeek>
{
    public void Configure(EntityTypeBuilder<RepWeek> week)
    {
        week.ToTable("rep_weeks");
        week.HasKey(w => new { w.OrganizationId, w.RepId, w.Week });
    }
}
