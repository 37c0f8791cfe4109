using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;

namespace TrustCoach.Services.Disputes;

/// <summary>One thing owed to a rep.</summary>
/// <param name="Id">Of what it is about.</param>
/// <param name="State">As the clock has it, whether or not a job has booked that.</param>
public sealed record ManagerPromiseRow(Guid Id, CoachingPromiseKind Kind, string Rep, DateOnly DueDay, DateOnly? ClosedOn, PromiseState State);

/// <summary>What somebody owes the reps they coach, and how they kept their word.</summary>
/// <param name="Ratio">Over the last <see cref="KeptRatio.Days"/> days; what is open says nothing yet.</param>
public sealed record ManagerPromises(IReadOnlyList<ManagerPromiseRow> Open, IReadOnlyList<ManagerPromiseRow> Closed, KeptRatio Ratio);

/// <summary>Reads a manager's promises to their reps: two statements. No customer's score knows of them.</summary>
public sealed class ManagerPromisesQuery(TrustCoachDb db, TimeProvider clock)
{
    private const int Days = 90;

    private const int Shown = 500;

    public async Task<ManagerPromises> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        // What is open is owed by whoever answers now; what is closed stays with who closed it or coached when it broke.
        var answers = db.DisputesOf(actor, Act.Edit);
        var open = await Rows(db.CoachingPromises.Where(p => p.State == PromiseState.Open && answers.Any(d => d.Id == p.Id)), today).ToListAsync(cancellation);
        var from = today.AddDays(1 - Days);
        var closed = await Rows(
            db.CoachingPromises.Where(p => p.State != PromiseState.Open && p.ManagerId == me && p.ClosedOn >= from), today).ToListAsync(cancellation);
        closed.AddRange(open.FindAll(p => p.State == PromiseState.Broken));
        open.RemoveAll(p => p.State == PromiseState.Broken);
        int Count(PromiseState state) => closed.Count(p => p.State == state);
        return new(
            [.. open.OrderBy(p => p.DueDay).ThenBy(p => p.Id)], [.. closed.OrderByDescending(p => p.ClosedOn).ThenBy(p => p.Id)],
            new KeptRatio(Count(PromiseState.Kept), Count(PromiseState.KeptLate), Count(PromiseState.Broken), open.Count, Days));
    }

    private IQueryable<ManagerPromiseRow> Rows(IQueryable<CoachingPromise> promises, DateOnly today) => (
        from p in promises
        join rep in db.People on p.RepId equals rep.Id
        select new ManagerPromiseRow(
            p.Id, p.Kind, rep.Name, p.DueDay, p.ClosedOn ?? (p.ClosesOn <= today ? p.ClosesOn : null),
            p.State == PromiseState.Open && p.ClosesOn <= today ? PromiseState.Broken : p.State)).Take(Shown);
}
