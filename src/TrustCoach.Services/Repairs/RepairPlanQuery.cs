using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Repairs;

/// <summary>Reads how a breach is put right: at most eight statements, whatever the history.</summary>
public sealed class RepairPlanQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Null when the actor sees no such breach, and no plan for one.</summary>
    /// <param name="entryId">The breach's ledger entry; the promise itself when the clock has broken it.</param>
    public async Task<RepairPage?> RunAsync(Actor actor, Guid entryId, CancellationToken cancellation)
    {
        if (await FindAsync(actor, entryId, cancellation) is not { } found
            || await ledgers.RunAsync(actor, found.CustomerId, found.RepId, false, cancellation) is not { } ledger)
        {
            return null;
        }

        var (today, plan) = (actor.Today(clock.GetUtcNow()), found.Plan);
        var known = (await moments.AsKnownNowAsync(actor, ledger, today, cancellation)).At;
        Evidence? counted = known.Evidence.Cast<Evidence?>().FirstOrDefault(e => e!.Value.Id == entryId && BreachToRepair.IsBreach(e.Value.Kind));
        var held = ledger.Entries.FirstOrDefault(e => e.Id == entryId && e.Status == LedgerStatus.Held && BreachToRepair.IsBreach(e.Evidence.Kind));
        if ((counted ?? held?.Evidence) is null && plan is null)
            return null;

        var repairs = known.Evidence.Where(e => e.Ref == entryId && Units.IsRepair(e.Kind)).OrderBy(e => e.Day).ThenBy(e => e.Id).ToList();
        Guid? First(EvidenceKind kind) => repairs.Where(e => e.Kind == kind).Select(e => (Guid?)e.Id).FirstOrDefault();
        var facts = await LedgerFacts.OfAsync(db, ledger, [entryId, .. repairs.Select(e => e.Id)], cancellation);
        LedgerFact? FactOf(Guid? id) => id is { } known ? facts.GetValueOrDefault(known) : null;

        var promises = plan is null ? [] : await PromisesAsync(plan, today, cancellation);
        var check = plan?.CheckId is { } checkId ? await CheckAsync(plan, checkId, cancellation) : null;
        var progress = new RepairProgress(
            FactOf(First(EvidenceKind.Apology))?.Day, plan?.Change is not null,
            promises.Count(p => p.State == PromiseState.Kept), promises.Count(p => p.State == PromiseState.Open),
            plan?.AskedOn ?? (check is { Outcome: not Outcome.Pending } ? check.Day : null));
        var of = ledger.OfPage(today);
        return new RepairPage
        {
            Of = of,
            EntryId = entryId,
            Kind = counted?.Kind ?? held?.Evidence.Kind ?? plan!.Kind,
            Day = counted is { } breach ? DateOnly.FromDayNumber(breach.Day) : held?.Day ?? plan!.Day,
            Breach = Sentence(FactOf(entryId), plan?.Kind, actor.Culture),
            Fact = FactOf(entryId),
            Plan = plan,
            State = progress.State(counted is null && held is null, held is not null, of.Relationship.EndedOn is not null, plan?.GivenUpAt is not null),
            Progress = progress,
            Outlook = counted is { } e ? new RepairOutlook(known.Evidence, e, ledger.Opening, known.Rho, today.DayNumber, known.Rules) : null,
            Apology = FactOf(First(EvidenceKind.Apology)),
            MadeGood = FactOf(First(EvidenceKind.MakeGood)),
            Promises = promises,
            Check = check,
            MayEdit = of.Relationship is { IsOwn: true, EndedOn: null } && actor.May(Thing.RepairPlan, Act.Edit),
        };
    }

    private async Task<Found?> FindAsync(Actor actor, Guid entryId, CancellationToken cancellation)
    {
        var of = db.Ledger.Where(e => e.Id == entryId).Select(e => e.RelationshipId)
            .Union(db.RepairPlans.Where(p => p.EntryId == entryId).Select(p => p.RelationshipId))
            .Union(db.Promises.Where(p => p.Id == entryId && p.Direction == Direction.Ours).Select(p => p.RelationshipId));
        return await db.RelationshipsFor(actor, Thing.RepairPlan, Act.See).AsNoTracking().Where(r => of.Contains(r.Id))
            .Select(r => new Found(r.CustomerId, r.RepId, db.RepairPlans.Where(p => p.EntryId == entryId && p.RelationshipId == r.Id).OrderBy(p => p.Id).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellation);
    }

    private async Task<List<RepairPromise>> PromisesAsync(RepairPlan plan, DateOnly today, CancellationToken cancellation)
    {
        var ids = plan.PromiseIds;
        return await db.Promises.Where(p => ids.Contains(p.Id) && p.RelationshipId == plan.RelationshipId && p.State != PromiseState.Voided)
            .OrderBy(p => p.DueAt).ThenBy(p => p.Id)
            .Select(p => new RepairPromise(
                p.Id, p.Text, p.DueAt, p.HasTime, p.State == PromiseState.Open && p.ClosesOn <= today ? PromiseState.Broken : p.State, p.ClosedOn ?? p.ClosesOn))
            .ToListAsync(cancellation);
    }

    private Task<RepairCheck?> CheckAsync(RepairPlan plan, Guid checkId, CancellationToken cancellation) => db.Touchpoints
        .Where(t => t.Id == checkId && t.RelationshipId == plan.RelationshipId && t.VoidedAt == null)
        .Select(t => new RepairCheck(t.Id, t.HappenedAt, t.Day, t.Outcome)).SingleOrDefaultAsync(cancellation);

    private static string Sentence(LedgerFact? fact, EvidenceKind? kind, CultureInfo culture)
    {
        var words = (fact ?? new(default, default, kind ?? EvidenceKind.Missed, default, false, null, null, null, null)).Words(culture);
        return char.ToUpper(words[0], culture) + words[1..];
    }

    private sealed record Found(Guid CustomerId, Guid RepId, RepairPlan? Plan);
}
