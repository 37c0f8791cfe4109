using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class HabitTrialConfiguration : IEntityTypeConfiguration<HabitTrial>
{
    public void Configure(EntityTypeBuilder<HabitTrial> trial)
    {
        trial.ToTable("habit_trials");
        trial.HasKey(t => new { t.OrganizationId, t.Id });
        trial.HasOne<Person>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.PersonId }).OnDelete(DeleteBehavior.Cascade);
        trial.HasIndex(t => new { t.OrganizationId, t.PersonId, t.StartedOn }).IsUnique();   // one a day, the newest is the one that runs
    }
}
