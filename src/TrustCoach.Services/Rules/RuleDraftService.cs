using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Rules;

/// <param name="Values">By path, as typed; a constant that is not named keeps its value.</param>
/// <param name="Version">The draft's count the writer had read; 0 when there was none.</param>
public sealed record SaveRuleDraft(IReadOnlyDictionary<string, double> Values, string? Title, string? Reason, int Version);

/// <summary>Writes the organization's one draft, and asks for its preview. Publishing is <see cref="RulePublisher"/>'s.</summary>
public sealed partial class RuleDraftService(TrustCoachDb db, TimeProvider clock, ILogger<RuleDraftService> logger)
{
    private static readonly Problem Overtaken =
        new("", "Somebody changed the draft while you were writing. What you typed is kept below: compare it with the draft, then save again.");

    /// <summary>Writes the draft, or begins it.</summary>
    /// <returns>Everything wrong with it, by path, and then nothing is written; empty when it is.</returns>
    public async Task<IReadOnlyList<Problem>> SaveAsync(Actor actor, SaveRuleDraft command, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return [new Problem("", "Only an admin may change the rules.")];
        var now = clock.GetUtcNow();
        var draft = await db.RuleDrafts.SingleOrDefaultAsync(cancellation);
        if (draft is null)
            db.Add(draft = RuleDraft.Begin(actor.OrganizationId, await LatestAsync(cancellation)));
        var before = AuditTrail.Snapshot(RuleSettings.ValuesOf(draft.Rules));
        if (draft.Write(command.Values, command.Title, command.Reason, command.Version, actor.PersonId, now) is { Count: > 0 } problems)
            return problems;
        db.Record(actor, now, AuditActs.RulesDrafted, actor.OrganizationId, before, AuditTrail.Snapshot(RuleSettings.ValuesOf(draft.Rules)), draft.Title);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken is DbUpdateConcurrencyException || taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return [Overtaken];
        }

        LogSaved(actor.OrganizationId, draft.Version);
        return [];
    }

    /// <summary>Throws the draft away.</summary>
    public async Task<Result<int>> DiscardAsync(Actor actor, int version, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return new Problem("", "Only an admin may change the rules.");
        if (await db.RuleDrafts.SingleOrDefaultAsync(cancellation) is not { } draft)
            return 0;
        if (draft.Version != version)
            return new Problem("", "Somebody changed the draft meanwhile. Look at it again before you throw it away.");
        db.Remove(draft);
        db.Record(actor, clock.GetUtcNow(), AuditActs.RulesDraftDiscarded, actor.OrganizationId, AuditTrail.Snapshot(RuleSettings.ValuesOf(draft.Rules)), reason: draft.Title);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("", "Somebody changed the draft meanwhile. Look at it again before you throw it away.");
        }

        return version;
    }

    /// <summary>Asks for a preview of the draft on all data, as of today.</summary>
    public async Task<Result<Guid>> PreviewAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Rules, Act.Manage))
            return new Problem("", "Only an admin may ask for a preview.");
        if (await db.RuleDrafts.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } draft)
            return new Problem("", "There is no draft to preview. Change something first.");
        if (await db.RuleJobs.Where(j => j.Kind == RuleJobKind.Preview && j.State == RuleJobState.Open).Select(j => (Guid?)j.Id).SingleOrDefaultAsync(cancellation) is { } running)
            return running;
        var now = clock.GetUtcNow();
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        if (organization.NextRulesVersion is not null)
            return new Problem("", "The numbers are being rebuilt just now. Ask again when that is done.");
        var job = RuleJob.Preview(draft, Guid.CreateVersion7(now), organization.RulesVersion, actor.Today(now), actor.PersonId, now);
        db.Add(job);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return await db.RuleJobs.Where(j => j.Kind == RuleJobKind.Preview && j.State == RuleJobState.Open).Select(j => j.Id).FirstOrDefaultAsync(cancellation);
        }

        return job.Id;
    }

    private async Task<Domain.Scoring.ScoringRules> LatestAsync(CancellationToken cancellation) =>
        (await db.LastRulesAsync(cancellation)).Rules;

    [LoggerMessage(LogLevel.Information, "The draft of the rules of organization {OrganizationId} was written for the {Count}. time")]
    private partial void LogSaved(Guid organizationId, int count);
}
