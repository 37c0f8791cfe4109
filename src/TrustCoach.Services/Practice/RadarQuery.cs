using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>A close call as its author reads it.</summary>
/// <param name="Customer">Null when it was with nobody in particular, or with a customer that is the author's no more.</param>
/// <param name="Note">Null when there is none, or it cannot be opened any more.</param>
public sealed record CloseCallRow(Guid Id, CloseCallKind Kind, DateOnly Day, Guid? CustomerId, string? Customer, string? Note);

/// <summary>One's own radar.</summary>
/// <param name="Calls">Of the last eight weeks, the newest first.</param>
/// <param name="Habit">The habit one works on now; null when there is none.</param>
/// <param name="Customers">One's own, to pick from: relationship and name.</param>
public sealed record RadarPage(Radar Radar, IReadOnlyList<CloseCallRow> Calls, Habit? Habit, IReadOnlyList<(Guid RelationshipId, string Name)> Customers, DateOnly Today);

/// <summary>Reads one's own close calls beside the breakers of the same kinds: four statements. Nobody reads another's.</summary>
public sealed class RadarQuery(TrustCoachDb db, AuthorSeal seal, TimeProvider clock)
{
    private static readonly EvidenceKind[] Breakers = [EvidenceKind.Late, EvidenceKind.PromiseBroken, EvidenceKind.Exaggeration, EvidenceKind.Gossip, EvidenceKind.Lie];

    // Fifty a day for eight weeks; a customer is found by its name well before that many are listed.
    private const int MostCalls = CloseCall.MostADay * CloseCall.DaysShown;
    private const int MostCustomers = 500;

    public async Task<RadarPage> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        var (first, from) = (today.AddDays(1 - CloseCall.DaysShown), Radar.From(today));
        var named = db.RelationshipsFor(actor, Thing.Customer, Act.See);
        var rows = await (
            from call in db.CloseCalls
            where call.PersonId == me && call.Day >= first && call.Day <= today
            from relationship in named.Where(r => r.Id == call.RelationshipId).DefaultIfEmpty()
            from customer in db.Customers.Where(c => c.Id == relationship!.CustomerId).DefaultIfEmpty()
            orderby call.Day descending, call.Id descending
            select new { call.Id, call.Kind, call.Day, CustomerId = (Guid?)customer!.Id, Customer = (string?)customer.Name, call.Sealed })
            .Take(MostCalls).ToListAsync(cancellation);
        var broken = await db.Ledger
            .Where(e => e.RepId == me && e.Day >= from && e.Day <= today && e.Status == LedgerStatus.Counted && Breakers.Contains(e.Kind))
            .GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var trial = await db.HabitTrials.AsNoTracking().Where(t => t.PersonId == me).OrderByDescending(t => t.StartedOn).FirstOrDefaultAsync(cancellation);
        var customers = await (
            from relationship in db.RelationshipsFor(actor, Thing.CloseCall, Act.Edit)
            where relationship.RepId == me
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            where customer.ArchivedAt == null
            orderby customer.Name, relationship.Id
            select new { relationship.Id, customer.Name }).Take(MostCustomers).ToListAsync(cancellation);
        return new(
            Radar.Of(
                rows.ConvertAll(r => new CountedCall(r.Kind, r.Day, r.Customer)),
                broken.ToDictionary(b => KindOf(b.Kind), b => b.Count), today),
            rows.ConvertAll(r => new CloseCallRow(r.Id, r.Kind, r.Day, r.CustomerId, r.Customer, r.Sealed is { } note ? seal.Open(CloseCallService.What, me, note) : null)),
            trial?.Runs(today) == true ? trial.Habit : null,
            customers.ConvertAll(c => (c.Id, c.Name)), today);
    }

    private static CloseCallKind KindOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Late => CloseCallKind.NearlyLate,
        EvidenceKind.Exaggeration => CloseCallKind.NearlyOverstated,
        EvidenceKind.Gossip => CloseCallKind.NearlySaidTooMuch,
        EvidenceKind.Lie => CloseCallKind.NearlyBentAFact,
        _ => CloseCallKind.NearlyForgot,
    };
}
