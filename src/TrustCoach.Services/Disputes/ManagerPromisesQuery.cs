using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;

namespace TrustCoach.Services.Disputes;

/// <summary>One thing owed to a rep.</summary>
/// <param name="Id">Of the promise; for an answer, of the dispute.</param>
/// <param name="RepId">To whom; null when that is a colleague of the reader, whose business it is.</param>
/// <param name="Rep">The name of <paramref name="RepId"/>.</param>
/// <param name="Text">What was agreed; null for the other kinds and for a colleague's.</param>
/// <param name="State">As the clock has it, whether or not a job has booked that.</param>
public sealed record ManagerPromiseRow(
    Guid Id, CoachingPromiseKind Kind, Guid? RepId, string? Rep, string? Text, Guid? SessionId, DateOnly DueDay, DateOnly? ClosedOn, PromiseState State, int Renegotiations);

/// <summary>What somebody owes the reps they coach, and how they kept their word.</summary>
/// <param name="Ratio">Over the last <see cref="KeptRatio.Days"/> days; what is open says nothing yet.</param>
public sealed record ManagerPromises(
    Guid ManagerId, string Manager, IReadOnlyList<ManagerPromiseRow> Open, IReadOnlyList<ManagerPromiseRow> Closed, KeptRatio Ratio);

/// <summary>
/// Reads a manager's ledger, three statements: answers to disputes, being there for sessions, and what was agreed. The manager reads all
/// of it; a rep they coach reads how it was kept, and of whom and what only their own. No customer's score knows of it.
/// </summary>
public sealed class ManagerPromisesQuery(TrustCoachDb db, TimeProvider clock)
{
    private const int Days = 90;

    private const int Shown = 500;

    /// <summary>The actor's own.</summary>
    public async Task<ManagerPromises> RunAsync(Actor actor, CancellationToken cancellation) =>
        await ReadAsync(actor, actor.PersonId, actor.Name, cancellation);

    /// <summary>That of a manager; null for all but themselves and those whom they coach now.</summary>
    public async Task<ManagerPromises?> RunAsync(Actor actor, Guid managerId, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        if (!actor.May(Thing.ManagerLedger, Act.See))
            return null;
        var name = managerId == me
            ? actor.May(Thing.Coaching, Act.Log) ? actor.Name : null
            : await db.Coaching().Where(c => c.RepId == me && c.ManagerId == managerId).Select(c => c.Manager).FirstOrDefaultAsync(cancellation);
        return name is null ? null : await ReadAsync(actor, managerId, name, cancellation);
    }

    private async Task<ManagerPromises> ReadAsync(Actor actor, Guid managerId, string name, CancellationToken cancellation)
    {
        var (me, today, coaching) = (actor.PersonId, actor.Today(clock.GetUtcNow()), db.Coaching());
        // What is open moves with the team, but for what two people agreed on; what is closed stays with who closed it or coached when it
        // broke. An admin answers for reps whom nobody coaches.
        var answers = db.DisputesOf(actor, Act.Edit);
        var open = await Rows(db.CoachingPromises.Where(p => p.State == PromiseState.Open && !p.ByRep
            && (p.Kind == CoachingPromiseKind.Agreed
                ? p.ManagerId == managerId
                : coaching.Any(c => c.RepId == p.RepId && c.ManagerId == managerId) || (managerId == me && answers.Any(d => d.Id == p.Id)))), today)
            .ToListAsync(cancellation);
        var from = today.AddDays(1 - Days);
        var closed = await Rows(
            db.CoachingPromises.Where(p => p.State != PromiseState.Open && !p.ByRep && p.ManagerId == managerId && p.ClosedOn >= from), today)
            .ToListAsync(cancellation);
        closed.AddRange(open.FindAll(p => p.State == PromiseState.Broken));
        open.RemoveAll(p => p.State == PromiseState.Broken);
        int Count(PromiseState state) => closed.Count(p => p.State == state);
        ManagerPromiseRow Seen(ManagerPromiseRow row) => managerId == me || row.RepId == me
            ? row : row with { Id = default, RepId = null, Rep = null, Text = null, SessionId = null };
        return new(
            managerId, name, [.. open.OrderBy(p => p.DueDay).ThenBy(p => p.Id).Select(Seen)],
            [.. closed.OrderByDescending(p => p.ClosedOn).ThenBy(p => p.Id).Select(Seen)],
            new KeptRatio(Count(PromiseState.Kept), Count(PromiseState.KeptLate), Count(PromiseState.Broken), open.Count, Days));
    }

    private IQueryable<ManagerPromiseRow> Rows(IQueryable<CoachingPromise> promises, DateOnly today) => (
        from p in promises
        join rep in db.People on p.RepId equals rep.Id
        orderby p.DueDay descending, p.Id
        select new ManagerPromiseRow(
            p.Id, p.Kind, p.RepId, rep.Name, p.Text, p.SessionId, p.DueDay, p.ClosedOn ?? (p.ClosesOn <= today ? p.ClosesOn : null),
            p.State == PromiseState.Open && p.ClosesOn <= today ? PromiseState.Broken : p.State, p.Renegotiations)).Take(Shown);
}
