using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Coaching;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class RepTallyConfiguration : IEntityTypeConfiguration<RepTally>
{
    public void Configure(EntityTypeBuilder<RepTally> tally)
    {
        tally.ToTable("rep_tallies");
        tally.HasKey(t => new { t.OrganizationId, t.RepId, t.Day });
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

internal sealed class ForecastWeekConfiguration : IEntityTypeConfiguration<ForecastWeek>
{
    public void Configure(EntityTypeBuilder<ForecastWeek> week)
    {
        week.ToTable("forecast_weeks");
        week.HasKey(w => new { w.OrganizationId, w.RepId, w.Week });
    }
}

internal sealed class RepStampConfiguration : IEntityTypeConfiguration<RepStamp>
{
    public void Configure(EntityTypeBuilder<RepStamp> stamp)
    {
        stamp.ToTable("rep_stamps");
        stamp.HasKey(s => new { s.OrganizationId, s.RepId });
        stamp.Property(s => s.ChangedBy).HasColumnType("xid8");
        // One small row a rep, rewritten with each log: room on the page keeps it in place.
        stamp.HasAnnotation("Npgsql:StorageParameter:fillfactor", 50);
    }
}
