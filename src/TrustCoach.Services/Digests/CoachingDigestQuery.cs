using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Digests;

/// <summary>What a rep and whoever coaches them owe each other in the coming days, from either side: two statements.</summary>
public sealed class CoachingDigestQuery(TrustCoachDb db)
{
    internal async Task<List<DigestLine>> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, Days.Of(now, actor.Zone));
        var (until, lastDay) = (Days.EndOf(today.AddDays(DigestWords.Days), actor.Zone), actor.Today(now).AddDays(DigestWords.Days));
        var sessions = await (
            from s in db.SessionsOf(actor)
            join rep in db.People on s.RepId equals rep.Id
            join manager in db.People on s.ManagerId equals manager.Id
            where s.State == SessionState.Planned && s.PlannedAt < until
            orderby s.PlannedAt, s.Id
            select new { s.Id, s.PlannedAt, s.WordsAt, IsRep = s.RepId == me, Rep = rep.Name, Manager = manager.Name })
            .Take(DigestWords.MostNamed).ToListAsync(cancellation);
        var agreed = await (
            from p in db.AgreedPromisesOf(actor)
            join other in db.People on (p.RepId == me ? p.ManagerId : p.RepId) equals (Guid?)other.Id
            where p.State == PromiseState.Open && p.ByRep == (p.RepId == me) && p.DueDay <= lastDay
            orderby p.DueDay, p.Id
            select new { p.Id, p.DueDay, p.Text, other.Name })
            .Take(DigestWords.MostNamed).ToListAsync(cancellation);
        return
        [
            .. sessions.Select(s => new DigestLine(
                $"{DigestWords.Due(Days.Of(s.PlannedAt, actor.Zone), today)}: session with {(s.IsRep ? s.Manager : s.Rep)}.{(s.IsRep && s.WordsAt is null ? " Write your words before." : "")}",
                $"/coaching/{s.Id}")),
            .. agreed.Select(p => new DigestLine($"{DigestWords.Due(p.DueDay, today)}: {DigestWords.Quote(p.Text!)} (agreed with {p.Name})", $"/coaching/promises/{p.Id}")),
        ];
    }
}
