using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Rules;

/// <summary>Makes the draft a version, and starts and restarts the rebuild that puts it in force.</summary>
public sealed partial class RulePublisher(TrustCoachDb db, TimeProvider clock, ILogger<RulePublisher> logger)
{
    private const string Running = "The numbers are being rebuilt already. Wait until that is done: its progress is below.";

    /// <summary>Publishes the draft.</summary>
    /// <param name="draftVersion">The draft's count that was shown to be confirmed.</param>
    /// <returns>The new version.</returns>
    public async Task<Result<int>> PublishAsync(Actor actor, int draftVersion, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return new Problem("", "Only an admin may publish rules.");
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        // Two at once: the second waits here, and then finds the first one's rebuild.
        var organization = await db.Organizations.FromSql($"select * from organizations where id = {actor.OrganizationId} for no key update").SingleAsync(cancellation);
        if (organization.NextRulesVersion is not null)
            return new Problem("", Running);
        if (await db.RuleDrafts.SingleOrDefaultAsync(cancellation) is not { } draft)
            return new Problem("", "There is no draft to publish: somebody has published it or thrown it away.");
        if (draft.Version != draftVersion)
            return new Problem("", "The draft was changed since you looked at it. Look at what it changes now, then publish.");
        var last = await db.LastRulesAsync(cancellation);
        var changes = RuleSettings.Changes(last.Rules, draft.Rules);
        if (changes.Count == 0)
            return new Problem("", "The draft says what is in force already. Change something first.");
        if (ScoringRulesCheck.Problems(draft.Rules).FirstOrDefault() is { } problem)
            return new Problem("", $"{RuleSettings.Find(problem.Field)?.Name}: {problem.Message}");

        var version = RuleVersion.Publish(draft, await db.RuleVersions.MaxAsync(v => v.Version, cancellation) + 1, actor.PersonId, now);
        db.Add(version);
        db.Add(RuleJob.Rebuild(version, Guid.CreateVersion7(now), actor.Today(now), actor.PersonId, now));
        db.Remove(draft);
        organization.Await(version.Version);
        db.Record(
            actor, now, AuditActs.RulesPublished, organization.Id,
            AuditTrail.Snapshot(changes.ToDictionary(c => c.Setting.Path, c => c.Before)), AuditTrail.Snapshot(changes.ToDictionary(c => c.Setting.Path, c => c.After)), version.Title);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogPublished(organization.Id, version.Version);
        return version.Version;
    }

    /// <summary>Takes a published version back before its numbers are exchanged; the numbers in force are untouched, and the list keeps it.</summary>
    public async Task<Problem?> CancelAsync(Actor actor, int version, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return new Problem("", "Only an admin may cancel a version.");
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        // The exchange holds this row to its end: who comes after it finds the version in force.
        var organization = await db.Organizations.FromSql($"select * from organizations where id = {actor.OrganizationId} for no key update").SingleAsync(cancellation);
        if (organization.NextRulesVersion != version)
            return new Problem("", "There is nothing to cancel any more: this version is in force, or was cancelled already.");
        var cancelled = await db.RuleVersions.SingleAsync(v => v.Version == version, cancellation);
        cancelled.Cancel(now);
        organization.StopAwaiting();
        (await db.RuleJobs.SingleAsync(j => j.Kind == RuleJobKind.Rebuild && j.RulesVersion == version, cancellation)).Cancel(now);
        db.Record(actor, now, AuditActs.RulesCancelled, organization.Id, AuditTrail.Snapshot(new { version }), reason: cancelled.Title);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogCancelled(organization.Id, version);
        return null;
    }

    /// <summary>Lets a stopped rebuild go on where it stood.</summary>
    public async Task<Result<int>> RetryAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return new Problem("", "Only an admin may start a rebuild.");
        var job = await db.RuleJobs.Where(j => j.Kind == RuleJobKind.Rebuild).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellation);
        if (job is null)
            return new Problem("", "Nothing is to be rebuilt: publish a draft first.");
        if (job.State == RuleJobState.Open)
            return new Problem("", Running);
        if (job.Retry() is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        return job.RulesVersion;
    }

    [LoggerMessage(LogLevel.Information, "Organization {OrganizationId} has cancelled version {Version} of its rules")]
    private partial void LogCancelled(Guid organizationId, int version);

    [LoggerMessage(LogLevel.Information, "Organization {OrganizationId} has published version {Version} of its rules; the numbers are being rebuilt")]
    private partial void LogPublished(Guid organizationId, int version);
}
