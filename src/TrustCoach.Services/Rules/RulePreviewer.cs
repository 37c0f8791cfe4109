using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Rules;

/// <summary>Folds every relationship under a draft in memory and compares it with today's numbers, rep by rep. Changes no number.</summary>
public sealed class RulePreviewer(TrustCoachDb db, ReadingsQuery readings, TimeProvider clock)
{
    private const int MostRelationships = 1000;

    /// <summary>Works a preview through. Interrupted, it begins again: it costs a pass and nothing else.</summary>
    public async Task RunAsync(Guid jobId, CancellationToken cancellation)
    {
        var job = await db.RuleJobs.SingleAsync(j => j.Id == jobId, cancellation);
        if (job is not { State: RuleJobState.Open, Kind: RuleJobKind.Preview })
            return;
        if (await db.RuleDrafts.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } draft || draft.Version != job.DraftVersion)
        {
            job.Stop("The draft was changed or published before the preview was done. Ask for another one.", clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return;
        }

        await db.RulePreviewRows.ExecuteDeleteAsync(cancellation);
        job.Begin(await db.Standings.CountAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        var count = new PreviewCount(job.OrganizationId, job.Id);
        foreach (var rep in await RepsAsync(cancellation))
        {
            var before = await readings.RunAsync([rep.Id], job.Day, job.RulesVersion, cancellation);
            var after = await UnderDraftAsync(rep.Id, before, job.Day, draft.Rules, cancellation);
            var rows = before.Where(b => !b.Value.Standing.Ended).Select(b => count.Add(rep.TeamId, b.Value, after[b.Key])).OfType<RulePreviewRow>().ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.BulkInsertAsync(rows, cancellation);
            job.Advance(before.Count, rep.Id);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        job.Finish(clock.GetUtcNow(), JsonSerializer.Serialize(count.Result, JsonSerializerOptions.Default));
        await db.SaveChangesAsync(cancellation);
    }

    private Task<List<RepOfTeam>> RepsAsync(CancellationToken cancellation) => db.People.AsNoTracking()
        .Where(p => db.Standings.Any(s => s.RepId == p.Id)).OrderBy(p => p.Id).Select(p => new RepOfTeam(p.Id, p.TeamId)).ToListAsync(cancellation);

    private async Task<Dictionary<Guid, RelationshipReading>> UnderDraftAsync(
        Guid repId, Dictionary<Guid, RelationshipReading> before, DateOnly day, ScoringRules draft, CancellationToken cancellation)
    {
        var standings = new List<Standing>(before.Count);
        foreach (var part in before.Values.Select(b => b.Standing).Chunk(MostRelationships))
        {
            var source = await FoldSource.ReadAsync(db, [.. part.Select(s => s.RelationshipId)], cancellation);
            foreach (var today in part)
            {
                var standing = new Standing(today.OrganizationId, today.RelationshipId, repId);
                standing.Open(today.Opening);
                standing.End(today.Ended);
                source.Fold(standing, draft, weighed: null);
                standings.Add(standing);
            }
        }

        var broken = (await readings.BrokenByClockAsync([repId], day, cancellation)).ToLookup(b => b.RelationshipId, b => b.Evidence);
        return ReadingsQuery.Read(standings, broken, await db.LastOutcomesAsync(standings, broken, cancellation), day, draft);
    }

    private sealed record RepOfTeam(Guid Id, Guid? TeamId);
}
