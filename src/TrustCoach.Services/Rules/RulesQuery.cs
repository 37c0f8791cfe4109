using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Rules;

/// <summary>One version in the list.</summary>
/// <param name="PublishedBy">Null for the rules at the start.</param>
/// <param name="CancelledAt">When it was taken back before it came into force; null for all others.</param>
/// <param name="Changes">Against the version before that was not cancelled; empty for the first.</param>
public sealed record RuleVersionLine(
    int Version, string Title, string? Reason, string? PublishedBy, DateTimeOffset PublishedAt, DateTimeOffset? InForceFrom, DateTimeOffset? CancelledAt,
    ScoringRules Rules, IReadOnlyList<RuleChange> Changes);

/// <summary>The draft, and what it would change.</summary>
/// <param name="Version">Its count of changes; 0 when there is none yet and <paramref name="Rules"/> are those in force.</param>
public sealed record RuleDraftView(
    int Version, string Title, string? Reason, string? ChangedBy, DateTimeOffset? ChangedAt, ScoringRules Rules, ScoringRules Base, IReadOnlyList<RuleChange> Changes);

/// <summary>How far the last rebuild is.</summary>
/// <param name="Title">Of the version it is for.</param>
public sealed record RebuildProgress(int Version, string Title, RuleJobState State, int Done, int Total, DateTimeOffset AskedAt, DateTimeOffset? FinishedAt, string? Error)
{
    /// <summary>All is folded; only the exchange is to come.</summary>
    public bool IsFolded => State == RuleJobState.Open && Total > 0 && Done >= Total;
}

/// <summary>Reads the rules of the organization: the versions, the draft, the rebuild.</summary>
public sealed class RulesQuery(TrustCoachDb db)
{
    /// <summary>All versions, the newest first.</summary>
    public async Task<List<RuleVersionLine>> VersionsAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.See))
            return [];
        var versions = await (
            from version in db.RuleVersions.AsNoTracking()
            join person in db.People on version.PublishedBy equals person.Id into publishers
            from person in publishers.DefaultIfEmpty()
            orderby version.Version
            select new { Version = version, By = (string?)person.Name }).ToListAsync(cancellation);
        return [.. versions.Select((v, i) => new RuleVersionLine(
            v.Version.Version, v.Version.Title, v.Version.Reason, v.By, v.Version.PublishedAt, v.Version.InForceFrom, v.Version.CancelledAt, v.Version.Rules,
            i == 0 ? [] : RuleSettings.Changes(versions.Take(i).Last(before => before.Version.CancelledAt is null).Version.Rules, v.Version.Rules))).Reverse()];
    }

    /// <summary>The draft; when there is none, one that says what was published last.</summary>
    public async Task<RuleDraftView> DraftAsync(Actor actor, CancellationToken cancellation)
    {
        var last = await db.LastRulesAsync(cancellation);
        var draft = actor.May(Thing.Rules, Act.Manage) || actor.May(Thing.RulePreview, Act.See)
            ? await db.RuleDrafts.AsNoTracking().SingleOrDefaultAsync(cancellation) : null;
        if (draft is null)
            return new(0, "", null, null, null, last.Rules, last.Rules, []);
        var by = await db.People.Where(p => p.Id == draft.ChangedBy).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        return new(draft.Version, draft.Title, draft.Reason, by, draft.ChangedAt, draft.Rules, last.Rules, RuleSettings.Changes(last.Rules, draft.Rules));
    }

    /// <summary>The last rebuild; null when there never was one.</summary>
    public Task<RebuildProgress?> RebuildAsync(Actor actor, CancellationToken cancellation) => (
        from job in db.RuleJobs
        where job.Kind == RuleJobKind.Rebuild && actor.May(Thing.Rules, Act.See)
        join version in db.RuleVersions on job.RulesVersion equals version.Version
        orderby job.Id descending
        select new RebuildProgress(version.Version, version.Title, job.State, job.Done, job.Total, job.AskedAt, job.FinishedAt, job.Error)).FirstOrDefaultAsync(cancellation);

    /// <summary>Whether the version an actor came with is still the one in force.</summary>
    public Task<bool> IsInForceAsync(Actor actor, CancellationToken cancellation) =>
        db.Organizations.AnyAsync(o => o.RulesVersion == actor.RulesVersion, cancellation);
}
