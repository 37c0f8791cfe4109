using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class RuleVersionConfiguration : IEntityTypeConfiguration<RuleVersion>
{
    public void Configure(EntityTypeBuilder<RuleVersion> version)
    {
        version.ToTable("rule_versions");
        version.HasKey(v => new { v.OrganizationId, v.Version });
        version.Property(v => v.Title).HasMaxLength(RuleDraft.TitleMaxLength);
        version.Property(v => v.Reason).HasMaxLength(RuleDraft.ReasonMaxLength);
        version.Property(v => v.Rules).IsDocument();
    }
}

internal sealed class RuleDraftConfiguration : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> draft)
    {
        draft.ToTable("rule_drafts");
        draft.HasKey(d => d.OrganizationId);   // one draft at a time: two would contradict each other
        draft.Property(d => d.Title).HasMaxLength(RuleDraft.TitleMaxLength);
        draft.Property(d => d.Reason).HasMaxLength(RuleDraft.ReasonMaxLength);
        draft.Property(d => d.Rules).IsDocument();
        draft.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class RuleJobConfiguration : IEntityTypeConfiguration<RuleJob>
{
    public void Configure(EntityTypeBuilder<RuleJob> job)
    {
        job.ToTable("rule_jobs");
        job.HasKey(j => new { j.OrganizationId, j.Id });
        job.Property(j => j.Error).HasMaxLength(500);
        job.Property(j => j.Result).HasColumnType("jsonb");
        // Of each kind one at a time, whoever asks; also the worker's question.
        job.HasIndex(j => new { j.OrganizationId, j.Kind }).IsUnique().HasFilter("state = 1");
    }
}

internal sealed class RulePreviewRowConfiguration : IEntityTypeConfiguration<RulePreviewRow>
{
    public void Configure(EntityTypeBuilder<RulePreviewRow> row)
    {
        row.ToTable("rule_preview_rows");
        row.HasKey(r => new { r.OrganizationId, r.JobId, r.RelationshipId });
        row.HasOne<RuleJob>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.JobId }).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.OrganizationId, r.RepId });
    }
}

internal static class RulesDocument
{
    /// <summary>Kept as jsonb, whole.</summary>
    public static void IsDocument(this PropertyBuilder<ScoringRules> rules) => rules.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<ScoringRules>(json, JsonSerializerOptions.Default)!);
}
