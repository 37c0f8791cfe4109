using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Records;

/// <summary>Notes who read what of a rep's record: the rep what others changed, others the rep's pages.</summary>
public sealed partial class RecordService(TrustCoachDb db, TimeProvider clock, ILogger<RecordService> logger)
{
    /// <summary>The actor has read what is new on their own record.</summary>
    /// <param name="upTo">When the newest of what they had before their eyes came.</param>
    public Task<int> ReadUpToAsync(Actor actor, DateTimeOffset upTo, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        var at = upTo.ToUniversalTime() < now ? upTo.ToUniversalTime() : now;
        return db.Database.ExecuteSqlAsync($"""
            insert into record_seen as s (organization_id, person_id, seen_up_to) values ({actor.OrganizationId}, {actor.PersonId}, {at})
            on conflict (organization_id, person_id) do update set seen_up_to = greatest(s.seen_up_to, excluded.seen_up_to)
            """, cancellation);
    }

    /// <summary>
    /// Notes for the reps that the actor opened pages of their records: one statement, one row a page and day. False when nothing was
    /// noted; the page is shown all the same.
    /// </summary>
    public async Task<bool> NoteOpenedAsync(Actor actor, IReadOnlyCollection<EvidenceOpened> opened, CancellationToken cancellation)
    {
        var others = opened.Where(o => o.RepId != actor.PersonId).DistinctBy(o => (o.RepId, o.Page, o.SubjectId)).ToList();
        if (others.Count == 0)
            return false;
        var (now, today) = (clock.GetUtcNow().ToUniversalTime(), actor.Today(clock.GetUtcNow()));
        var (reps, pages, subjects) = (others.Select(o => o.RepId).ToArray(), others.Select(o => (short)o.Page).ToArray(), others.Select(o => o.SubjectId).ToArray());
        try
        {
            await db.Database.ExecuteSqlAsync($"""
                with old as (
                    delete from evidence_openings where organization_id = {actor.OrganizationId} and rep_id = any({reps}) and day < {today.AddDays(-EvidenceOpening.KeptDays)})
                insert into evidence_openings as o (organization_id, rep_id, day, viewer_id, page, subject_id, first_at, last_at, times)
                select {actor.OrganizationId}, n.rep_id, {today}, {actor.PersonId}, n.page, n.subject_id, {now}, {now}, 1
                  from unnest({reps}, {pages}, {subjects}) as n(rep_id, page, subject_id)
                on conflict (organization_id, rep_id, day, viewer_id, page, subject_id) do update set last_at = greatest(o.last_at, excluded.last_at), times = o.times + 1
                """, cancellation);
            return true;
        }
        catch (DbException failure)
        {
            LogNotNoted(failure, actor.PersonId);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What person {PersonId} opened could not be noted.")]
    private partial void LogNotNoted(Exception failure, Guid personId);
}
