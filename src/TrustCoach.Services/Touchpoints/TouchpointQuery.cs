using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Touchpoints;

/// <summary>A touchpoint with whose it is and what came of it.</summary>
public sealed record TouchpointPage(
    Touchpoint Touchpoint, string Customer, string Rep, bool IsOwn, string? Contact, IReadOnlyList<EvidenceRow> Evidence,
    IReadOnlyList<PromiseRow> Promises, IReadOnlyList<Gesture> Gestures, IReadOnlyList<TouchpointVersion> Versions)
{
    /// <summary>The card something was ticked on; null where nothing was.</summary>
    public StepCard? Card { get; init; }
}

/// <summary>One piece of evidence it gives.</summary>
public sealed record EvidenceRow(Guid Id, EvidenceKind Kind, short Severity, EvidenceLevel Level, bool OwnedUp, LedgerStatus Status);

/// <summary>A promise given in it.</summary>
public sealed record PromiseRow(Guid Id, Direction Direction, string Text, DateOnly DueDay, PromiseState State);

/// <summary>Who did what to it, when and why; with the audit's pictures of it before and after.</summary>
public sealed record TouchpointVersion(DateTimeOffset At, string By, string Act, string? Reason, string? Before, string? After);

/// <summary>Reads one touchpoint; null when the actor may not see it.</summary>
public sealed class TouchpointQuery(TrustCoachDb db)
{
    public async Task<TouchpointPage?> RunAsync(Actor actor, Guid touchpointId, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, Act.See);
        var found = await (
            from t in db.Touchpoints.AsNoTracking().Include(t => t.Breakers).Include(t => t.Repairs).AsSingleQuery()
            where t.Id == touchpointId && relationships.Any(r => r.Id == t.RelationshipId)
            select new
            {
                Touchpoint = t,
                Customer = db.Customers.Where(c => c.Id == t.CustomerId).Select(c => c.Name).First(),
                Rep = db.People.Where(p => p.Id == t.RepId).Select(p => p.Name).First(),
                Card = db.MethodCards.Where(c => c.Id == t.CardId).FirstOrDefault(),
                Contact = db.Contacts.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var evidence = await db.Ledger.Where(e => e.RelationshipId == found.Touchpoint.RelationshipId && e.TouchpointId == touchpointId && e.PromiseId == null)
            .OrderBy(e => e.Kind).ThenBy(e => e.Id)
            .Select(e => new EvidenceRow(e.Id, e.Kind, e.Severity, e.Level, e.OwnedUp, e.Status)).ToListAsync(cancellation);
        var promises = await db.Promises.Where(p => p.RelationshipId == found.Touchpoint.RelationshipId && p.TouchpointId == touchpointId)
            .OrderBy(p => p.Id).Select(p => new PromiseRow(p.Id, p.Direction, p.Text, p.DueDay, p.State)).ToListAsync(cancellation);
        var gestures = await db.Gestures.AsNoTracking()
            .Where(g => g.RelationshipId == found.Touchpoint.RelationshipId && g.TouchpointId == touchpointId).OrderBy(g => g.Id).ToListAsync(cancellation);
        var versions = await db.Audit.Where(a => a.SubjectId == touchpointId).OrderByDescending(a => a.Id)
            .Select(a => new TouchpointVersion(
                a.At, db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault() ?? "The clock", a.Act, a.Reason, a.Before, a.After))
            .ToListAsync(cancellation);
        return new(
            found.Touchpoint, found.Customer, found.Rep, found.Touchpoint.RepId == actor.PersonId, found.Contact, evidence, promises, gestures, versions)
        {
            Card = found.Touchpoint.Steps is null ? null : found.Card?.ToCard() ?? StepCard.Default,
        };
    }
}
