using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
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

internal sealed class CloseCallConfiguration : IEntityTypeConfiguration<CloseCall>
{
    public void Configure(EntityTypeBuilder<CloseCall> call)
    {
        call.ToTable("close_calls");
        call.HasKey(c => new { c.OrganizationId, c.Id });
        call.HasOne<Person>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.PersonId }).OnDelete(DeleteBehavior.Cascade);
        call.HasOne<Relationship>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        call.HasIndex(c => new { c.OrganizationId, c.PersonId, c.Day });   // one's own last weeks
    }
}
