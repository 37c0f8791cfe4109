using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Repairs;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class RepairPlanConfiguration : IEntityTypeConfiguration<RepairPlan>
{
    public void Configure(EntityTypeBuilder<RepairPlan> plan)
    {
        plan.ToTable("repair_plans");
        plan.HasKey(p => new { p.OrganizationId, p.Id });
        plan.Property(p => p.Change).HasMaxLength(RepairPlan.ChangeMaxLength);
        plan.Property(p => p.Answer).HasMaxLength(RepairPlan.AnswerMaxLength);
        plan.Property(p => p.GiveUpReason).HasMaxLength(RepairPlan.ReasonMaxLength);
        plan.Property(p => p.Version).IsConcurrencyToken();
        // By entry, not to it: an import that is undone takes its entries away, and the plan then says so.
        plan.HasOne<Relationship>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        plan.HasIndex(p => new { p.OrganizationId, p.EntryId }).IsUnique();   // one plan a breach
    }
}
