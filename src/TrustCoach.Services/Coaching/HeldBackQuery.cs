using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>What is being shown to its reps first: how many entries, by kind and day.</summary>
public sealed record HeldBack(IReadOnlyList<HeldBackRow> Rows)
{
    /// <summary>How many of these kinds in some days.</summary>
    /// <param name="level">Only what is known in this way; null for all.</param>
    public int Count(IReadOnlyCollection<EvidenceKind> kinds, DateOnly from, DateOnly to, EvidenceLevel? level = null) => Rows
        .Where(row => row.Day >= from && row.Day <= to && kinds.Contains(row.Kind) && (level is null || row.Level == level)).Sum(row => row.Entries);

    /// <summary>The signs of a rep without what the rep reads first: a hint is a sentence.</summary>
    public RepSigns From(RepSigns signs, DateOnly from)
    {
        // The day it happened last orders the rows: one that is held back is as if unknown.
        Happened Less(Happened happened, EvidenceKind kind)
        {
            var held = Rows.Where(row => row.RepId == signs.RepId && row.Kind == kind && row.Day >= from).ToList();
            return happened with
            {
                Times = Math.Max(0, happened.Times - held.Sum(row => row.Entries)),
                Last = held.Exists(row => row.Day == happened.Last) ? null : happened.Last,
            };
        }

        return Rows.Count == 0 ? signs : signs with
        {
            Lies = Less(signs.Lies, EvidenceKind.Lie),
            Gossip = Less(signs.Gossip, EvidenceKind.Gossip),
            Exaggeration = Less(signs.Exaggeration, EvidenceKind.Exaggeration),
            PromisesBroken = Less(signs.PromisesBroken, EvidenceKind.PromiseBroken),
        };
    }
}

/// <summary>So many entries of one kind, level and day of a rep.</summary>
public sealed record HeldBackRow(Guid RepId, EvidenceKind Kind, EvidenceLevel Level, DateOnly Day, int Entries);

/// <summary>Counts what <see cref="ShownFirst"/> leaves out, for some reps at once: one statement over what is new.</summary>
internal sealed class HeldBackQuery(TrustCoachDb db)
{
    private const string Sql = $"""
        select held.rep_id as "RepId", held.kind as "Kind", held.level as "Level", held.day as "Day", count(*)::int as "Entries"
          from (
              select e.rep_id, e.kind, e.level, e.day
                from ledger e
                left join record_seen seen on seen.organization_id = @organization and seen.person_id = e.rep_id
               where e.organization_id = @organization and e.rep_id = any(@reps) and e.news_at > @held_after and e.status = 1 and {ShownFirst.Held}
              union all
              select p.rep_id, 7::smallint, 2::smallint, p.closes_on
                from promises p
                {ShownFirst.ByClock}
               where p.organization_id = @organization and p.rep_id = any(@reps) and p.state = 1 and p.direction = 1 and p.closes_on <= @today
                 and (p.condition is null or p.condition_met_at is not null) and {ShownFirst.Held}) held
         group by held.rep_id, held.kind, held.level, held.day
        """;

    /// <summary>The caller has asked whether the reps may be seen.</summary>
    public async Task<HeldBack> RunAsync(Actor actor, Guid[] reps, DateTimeOffset now, CancellationToken cancellation) => new(
        await db.Database.SqlQueryRaw<HeldBackRow>(
            Sql,
            [
                .. ShownFirst.Parameters(RecordReader.Of(actor, now)), new NpgsqlParameter<string>("zone", actor.OrganizationZone.Id),
                new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid[]>("reps", reps),
                new NpgsqlParameter<DateOnly>("today", actor.Today(now)),
            ]).ToListAsync(cancellation));
}
