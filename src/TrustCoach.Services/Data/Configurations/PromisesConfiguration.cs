using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class PromiseConfiguration : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> promise)
    {
        promise.ToTable("promises");
        promise.HasKey(p => new { p.OrganizationId, p.Id });
        promise.Property(p => p.Text).HasMaxLength(Promise.TextMaxLength);
        promise.Property(p => p.Condition).HasMaxLength(Promise.ConditionMaxLength);
        promise.Property(p => p.ExternalId).HasMaxLength(Promise.ExternalIdMaxLength);
        promise.Ignore(p => p.Closing);
        promise.Property(p => p.Version).IsConcurrencyToken();
        promise.HasOne<Relationship>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        promise.HasMany(p => p.Turns).WithOne().HasForeignKey(t => new { t.OrganizationId, t.PromiseId }).OnDelete(DeleteBehavior.Cascade);
        promise.HasIndex(p => new { p.OrganizationId, p.RepId, p.DueAt }).HasFilter("state = 1");      // what a rep owes, soonest first
        promise.HasIndex(p => new { p.OrganizationId, p.ClosesOn }).HasFilter("state = 1");            // what the clock has closed
        promise.HasIndex(p => new { p.OrganizationId, p.RelationshipId, p.DueAt });
        promise.HasIndex(p => new { p.OrganizationId, p.RepId, p.ClosedOn }).HasFilter("state <> 1");  // what was kept and what was not
        promise.HasIndex(p => new { p.OrganizationId, p.ExternalId }).IsUnique().HasFilter("external_id is not null");
        promise.HasIndex(p => new { p.OrganizationId, p.ImportId }).HasFilter("import_id is not null");
    }
}

internal sealed class PromiseTurnConfiguration : IEntityTypeConfiguration<PromiseTurn>
{
    public void Configure(EntityTypeBuilder<PromiseTurn> turn)
    {
        turn.ToTable("promise_turns");
        turn.HasKey(t => new { t.OrganizationId, t.Id });
        turn.Property(t => t.Reason).HasMaxLength(Promise.ReasonMaxLength);
    }
}

internal sealed class PromiseReminderConfiguration : IEntityTypeConfiguration<PromiseReminder>
{
    public void Configure(EntityTypeBuilder<PromiseReminder> reminder)
    {
        reminder.ToTable("promise_reminders");
        reminder.HasKey(r => new { r.OrganizationId, r.PersonId });
        reminder.HasOne<Person>().WithOne().HasForeignKey<PromiseReminder>(r => new { r.OrganizationId, r.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
