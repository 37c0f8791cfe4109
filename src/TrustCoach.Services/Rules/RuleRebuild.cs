using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Rules;

/// <summary>What one step of a rebuild came to.</summary>
public enum RebuildStep
{
    /// <summary>Some relationships were folded beside the numbers in force; there is more.</summary>
    Folded = 1,

    /// <summary>All is folded; the exchange waits for pages being read, or for an import.</summary>
    Waiting,

    /// <summary>The numbers are exchanged, or the job is over.</summary>
    Over,
}

/// <summary>
/// Folds every relationship under a published version beside the numbers in force, a batch a step, and exchanges all of them in one
/// transaction at the end (<see cref="RuleExchange"/>). Killed at any moment it goes on with the next batch: what is missing, or was changed
/// since it was folded, is folded again, so that even losing all that lies beside costs nothing but time.
/// </summary>
public sealed partial class RuleRebuild(TrustCoachDb db, RuleBook rules, RuleExchange exchange, TimeProvider clock, ILogger<RuleRebuild> logger)
{
    /// <summary>From the announcement to the exchange: longer than a page may take to be read, so that each page either is done or knows (see the ADR).</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromSeconds(15);

    private const int MostEvents = 100_000;

    /// <summary>Relationships in a batch at most. Nobody waits for one, but a batch is what a kill costs.</summary>
    public int BatchSize { get; init; } = 2000;

    /// <summary>So few may have changed since that the exchange folds them under the locks.</summary>
    public int FewChanged { get; init; } = 50;

    /// <summary>Does the next step of a rebuild. Only who has claimed the job may call it.</summary>
    public async Task<RebuildStep> StepAsync(Guid jobId, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var job = await db.RuleJobs.SingleAsync(j => j.Id == jobId, cancellation);
        if (job is not { State: RuleJobState.Open, Kind: RuleJobKind.Rebuild })
            return RebuildStep.Over;
        if (job.Done == 0)
            await BeginAsync(job, cancellation);
        if (await BatchAsync(job.LastId, cancellation) is { Count: > 0 } batch)
        {
            await FoldAsync(job, batch, cancellation);
            return RebuildStep.Folded;
        }

        var changed = await exchange.ChangedAsync(BatchSize, cancellation);
        if (changed.Count > FewChanged)
        {
            await FoldBesideAsync(job, changed, cancellation);
            return RebuildStep.Folded;
        }

        var started = clock.GetTimestamp();
        if (clock.GetUtcNow() < job.AskedAt + Notice || !await exchange.RunAsync(job, cancellation))
            return RebuildStep.Waiting;
        LogExchanged(job.OrganizationId, job.RulesVersion, job.Total, (int)clock.GetElapsedTime(started).TotalMilliseconds);
        return RebuildStep.Over;
    }

    private async Task BeginAsync(RuleJob job, CancellationToken cancellation)
    {
        // What an earlier rebuild may have left behind.
        await exchange.ForgetAsync(cancellation);
        job.Begin(await db.Standings.CountAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<List<SourceRow>> BatchAsync(Guid after, CancellationToken cancellation)
    {
        var organization = db.Organization.Id;
        var next = await db.Database.SqlQuery<SourceRow>($"""
            select relationship_id as "RelationshipId", rep_id as "RepId", judged as "Judged", xmin::text::bigint as "BasedOn" from standings
             where organization_id = {organization} and relationship_id > {after} order by relationship_id limit {BatchSize}
            """).ToListAsync(cancellation);
        var events = 0;
        return [.. next.TakeWhile((s, i) => (events += s.Judged) <= MostEvents || i == 0)];
    }

    private async Task FoldAsync(RuleJob job, List<SourceRow> batch, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await FoldBesideAsync(job, batch, cancellation);
        job.Advance(batch.Count, batch[^1].RelationshipId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // The row's version is read before its history: what changes in between counts as changed since, never as folded.
    private async Task FoldBesideAsync(RuleJob job, List<SourceRow> rows, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, job.RulesVersion, cancellation);
        var source = await FoldSource.ReadAsync(db, [.. rows.Select(r => r.RelationshipId)], cancellation);
        var (standings, weighed) = (new List<Standing>(rows.Count), new List<Weighed>());
        foreach (var row in rows)
        {
            var standing = new Standing(job.OrganizationId, row.RelationshipId, row.RepId);
            source.Fold(standing, book, weighed);
            standing.Follow(job.RulesVersion);
            standings.Add(standing);
        }

        await exchange.PutBesideAsync(standings, rows.ToDictionary(r => r.RelationshipId, r => r.BasedOn), weighed, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Organization {OrganizationId} follows version {Version} of its rules: {Relationships} relationships were exchanged in {Milliseconds} ms")]
    private partial void LogExchanged(Guid organizationId, int version, int relationships, int milliseconds);
}

/// <summary>A relationship to fold, and which version of its row that goes by.</summary>
public sealed record SourceRow(Guid RelationshipId, Guid RepId, int Judged, long BasedOn);
