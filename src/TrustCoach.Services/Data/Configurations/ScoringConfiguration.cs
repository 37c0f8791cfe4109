using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger");
        entry.HasKey(e => new { e.OrganizationId, e.Id });
        entry.Ignore(e => e.Evidence);
        entry.HasOne<Relationship>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        // The order in which a relationship is folded, with all it is folded from: its rows lie scattered over the years.
        entry.HasIndex(e => new { e.OrganizationId, e.RelationshipId, e.Day, e.Id })
            .IncludeProperties(e => new { e.Status, e.Kind, e.Severity, e.RefId, e.Level, e.OwnedUp, e.Trait, e.StartedOnTime });
        // The sentences behind a rep's or a team's number, newest first, with all they are chosen by.
        entry.HasIndex(e => new { e.OrganizationId, e.RepId, e.Day, e.Id })
            .IncludeProperties(e => new { e.Status, e.Kind, e.Level, e.OwnedUp, e.Trait, e.StartedOnTime, e.MissedUnits });
        // What was added lately is read most, and only from the index once a vacuum has seen it.
        entry.HasAnnotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", "0.02");
        entry.HasIndex(e => new { e.OrganizationId, e.RepId, e.NewsAt }).HasFilter("news_at is not null");   // what is new on a rep's record, few as that is
        entry.HasIndex(e => new { e.OrganizationId, e.RefId }).HasFilter("ref_id is not null");   // the repairs of a breach, the turns of a promise
    }
}

internal sealed class LedgerRevisionConfiguration : IEntityTypeConfiguration<LedgerRevision>
{
    public void Configure(EntityTypeBuilder<LedgerRevision> revision)
    {
        revision.ToTable("ledger_revisions");
        revision.HasKey(r => new { r.OrganizationId, r.Id });
        revision.Ignore(r => r.Evidence);
        // By entry, not to it: an import that is undone takes its entries away and leaves what was read on them.
        revision.HasOne<Relationship>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        revision.HasIndex(r => new { r.OrganizationId, r.RelationshipId, r.Until });   // what a relationship said at a moment
    }
}

internal sealed class StandingConfiguration : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> standing)
    {
        standing.ToTable("standings");
        standing.HasKey(s => new { s.OrganizationId, s.RelationshipId });
        standing.Ignore(s => s.Opening);
        standing.Property(s => s.Lies).HasColumnType("jsonb").HasConversion(
            lies => JsonSerializer.Serialize(lies, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<Lie>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<List<Lie>>((a, b) => a!.SequenceEqual(b!), lies => lies.Count, lies => lies.ToList()));
        standing.HasOne<Relationship>().WithOne().HasForeignKey<Standing>(s => new { s.OrganizationId, s.RelationshipId }).OnDelete(DeleteBehavior.Cascade);
        standing.HasIndex(s => new { s.OrganizationId, s.RepId });   // every roll-up and every reputation
        // The row is rewritten with each event: room on the page keeps it in place, and no indexed column changes.
        standing.HasAnnotation("Npgsql:StorageParameter:fillfactor", 70);
    }
}
