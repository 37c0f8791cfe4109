using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.ToTable("goals");
        goal.HasKey(g => new { g.OrganizationId, g.Id });
        goal.Property(g => g.Why).HasMaxLength(Goal.WordsMaxLength);
        goal.Property(g => g.Reason).HasMaxLength(Goal.WordsMaxLength);
        goal.Property(g => g.Reflection).HasMaxLength(Goal.WordsMaxLength);
        goal.HasOne<Person>().WithMany().HasForeignKey(g => new { g.OrganizationId, g.RepId }).OnDelete(DeleteBehavior.Cascade);
        goal.HasIndex(g => new { g.OrganizationId, g.RepId, g.ProposedAt });   // a rep's, the newest first
    }
}
