using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>
/// The one place where evidence reaches the ledger and a standing moves. Called inside the caller's transaction, before its
/// one SaveChanges. Lock first (<see cref="LockAsync"/>), then change facts, then append or refold.
/// </summary>
public sealed class LedgerWriter(TrustCoachDb db, RuleBook rules)
{
    /// <summary>Takes the relationship's row lock and gives its standing; null when the organization has no such relationship.</summary>
    public Task<Standing?> LockAsync(Guid relationshipId, CancellationToken cancellation) => db.Standings
        .FromSql($"select * from standings where organization_id = {db.Organization.Id} and relationship_id = {relationshipId} for update")
        .SingleOrDefaultAsync(cancellation);

    /// <summary>Appends new evidence: one step each in the order of days, whatever the history; a backdated piece refolds this relationship alone.</summary>
    public async Task AppendAsync(Standing standing, IEnumerable<LedgerEntry> entries, CancellationToken cancellation)
    {
        // A repair after what it repairs: it has to find its units.
        var added = entries.OrderBy(e => e.Day).ThenBy(e => IsRepair(e.Kind)).ThenBy(e => e.Id).ToList();
        var book = await rules.OfAsync(db, standing.RulesVersion, cancellation);
        if (added.Count == 0)
            return;
        Touch(standing);
        var inOrder = added.TrueForAll(e => standing.CanApply(e.Evidence));
        foreach (var entry in added)
        {
            if (inOrder)
            {
                var units = standing.Apply(entry.Evidence, await ContextAsync(entry, added, cancellation), book);
                entry.Weigh(units.Kept, units.Missed);
            }

            db.Ledger.Add(entry);
        }

        if (!inOrder)
            await RefoldAsync(standing, cancellation);
    }

    /// <summary>
    /// Makes the ledger say what a corrected or voided touchpoint or promise says now, then refolds: what it no longer says is
    /// voided, what it says anew is added, the rest keeps its id and whether it is disputed. What it said before stays readable.
    /// </summary>
    /// <param name="sourceId">The touchpoint's or the promise's id.</param>
    /// <param name="by">Who says so; null for the clock.</param>
    /// <param name="at">When this is known from, in UTC.</param>
    public async Task ReplaceAsync(
        Standing standing, Guid sourceId, IEnumerable<LedgerEntry> now, Guid? by, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = await db.Ledger
            .Where(e => e.RelationshipId == standing.RelationshipId && (e.PromiseId == sourceId || (e.TouchpointId == sourceId && e.PromiseId == null)))
            .ToDictionaryAsync(e => e.Id, cancellation);
        foreach (var entry in now)
        {
            if (!before.Remove(entry.Id, out var old))
            {
                entry.BroughtAt(at);
                entry.ChangedBy(by, at);
                db.Ledger.Add(entry);
                continue;
            }

            if (old.Status == LedgerStatus.Held)
                entry.Hold();
            if ((old.Evidence, old.Status) == (entry.Evidence, entry.Status))
                continue;
            db.LedgerRevisions.Add(LedgerRevision.Of(old, at));
            entry.ChangedBy(by, at);
            db.Entry(old).CurrentValues.SetValues(entry);
        }

        foreach (var gone in before.Values.Where(e => e.Status != LedgerStatus.Voided))
        {
            db.LedgerRevisions.Add(LedgerRevision.Of(gone, at));
            gone.Void();
            gone.ChangedBy(by, at);
        }

        await RefoldAsync(standing, cancellation);
    }

    /// <summary>Holds an entry that its rep disputes: until it is released it weighs nothing, as if absent.</summary>
    /// <param name="at">When this is known from, in UTC.</param>
    public Task HoldAsync(Standing standing, Guid entryId, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync(standing, entryId, e => e.Hold(), standing.RepId, at, cancellation);

    /// <summary>Lets an entry weigh again after a dispute, unless it was voided meanwhile.</summary>
    /// <param name="by">Who ended the dispute.</param>
    /// <param name="at">When this is known from, in UTC.</param>
    public Task ReleaseAsync(Standing standing, Guid entryId, Guid by, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync(standing, entryId, e => e.Release(), by, at, cancellation);

    /// <summary>Folds the whole ledger of one relationship again, this unit of work's changes included.</summary>
    public async Task RefoldAsync(Standing standing, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, standing.RulesVersion, cancellation);
        Touch(standing);
        // Tracked, so that rows changed here and not yet saved come as changed; new ones are only in the change tracker.
        await db.Ledger.Where(e => e.RelationshipId == standing.RelationshipId).LoadAsync(cancellation);
        var entries = db.Ledger.Local.Where(e => e.RelationshipId == standing.RelationshipId).ToList();
        var counted = entries.FindAll(e => e.Status == LedgerStatus.Counted);
        var units = new EvidenceUnits[counted.Count];
        standing.Refold(counted.Select(e => e.Evidence).ToArray(), book, units);
        for (var i = 0; i < counted.Count; i++)
            counted[i].Weigh(units[i].Kept, units[i].Missed);
    }

    /// <summary>Finds the last contact of one relationship again.</summary>
    /// <param name="changed">A touchpoint with changes that are not saved yet.</param>
    public async Task MeetAgainAsync(Standing standing, Touchpoint? changed, CancellationToken cancellation)
    {
        var (id, but) = (standing.RelationshipId, changed?.Id ?? Guid.Empty);
        standing.MetLast(await db.Touchpoints
            .Where(t => t.RelationshipId == id && t.Id != but && t.Outcome != Outcome.Pending && t.VoidedAt == null)
            .MaxAsync(t => (DateTimeOffset?)t.HappenedAt, cancellation));
        if (changed is { IsContact: true })
            standing.Meet(changed.HappenedAt);
    }

    /// <summary>Adds favours to give and take: gestures, and promises kept on either side.</summary>
    public async Task FavourAsync(Standing standing, Favour favour, CancellationToken cancellation) =>
        standing.ApplyFavour(favour, await rules.OfAsync(db, standing.RulesVersion, cancellation));

    /// <summary>Counts give and take of one relationship again, this unit of work's changes included.</summary>
    public async Task RefoldFavoursAsync(Standing standing, CancellationToken cancellation)
    {
        var (id, book) = (standing.RelationshipId, await rules.OfAsync(db, standing.RulesVersion, cancellation));
        Touch(standing);
        await db.Gestures.Where(g => g.RelationshipId == id).LoadAsync(cancellation);
        await db.Promises.Where(p => p.RelationshipId == id && (p.State == PromiseState.Kept || p.State == PromiseState.KeptLate)).LoadAsync(cancellation);
        var favours = db.Gestures.Local.Where(g => g.RelationshipId == id).Select(FavourOf)
            .Concat(db.Promises.Local.Where(p => p.RelationshipId == id).Select(FavourOf))
            .OfType<Favour>().ToArray();
        standing.RefoldFavours(favours, book);
    }

    /// <summary>Adds to what the rep's day came to; see <see cref="RepTally.Count(Touchpoint, int)"/>.</summary>
    public async Task TallyAsync(Guid repId, DateOnly day, Action<RepTally> count, CancellationToken cancellation)
    {
        var tally = new RepTally(db.Organization.Id, repId, day);
        count(tally);
        await RepTallies.AddAsync(db, tally, cancellation);
    }

    /// <summary>A gesture as a favour; null once voided.</summary>
    public static Favour? FavourOf(Gesture gesture) =>
        gesture.VoidedAt is null ? new Favour(gesture.Id, gesture.Day.DayNumber, gesture.Given, gesture.Value) : null;

    /// <summary>A kept promise as a favour of value one, given by who promised; null while it is not kept.</summary>
    public static Favour? FavourOf(Promise promise) =>
        promise is { State: PromiseState.Kept or PromiseState.KeptLate, ClosedOn: { } day }
            ? new Favour(promise.Id, day.DayNumber, promise.Direction == Direction.Ours, 1)
            : null;

    private async Task ChangeAsync(Standing standing, Guid entryId, Action<LedgerEntry> change, Guid by, DateTimeOffset at, CancellationToken cancellation)
    {
        // Finds one that is new in this unit of work too.
        if (await db.Ledger.FindAsync([standing.OrganizationId, entryId], cancellation) is not { } entry || entry.RelationshipId != standing.RelationshipId)
            throw new InvalidOperationException("The entry is not in this relationship's ledger.");
        var before = LedgerRevision.Of(entry, at);
        change(entry);
        if (entry.Status == before.Status)
            return;
        entry.ChangedBy(by, at);
        // What nobody has read yet, because it is new in this unit of work, has no past.
        if (db.Entry(entry).State != EntityState.Added)
            db.LedgerRevisions.Add(before);
        await RefoldAsync(standing, cancellation);
    }

    // What weighs nothing under the rules in force may weigh under the next ones. A rebuild that runs knows by the row's version that
    // something has come since, so the row is written even when all its sums stay.
    private void Touch(Standing standing)
    {
        if (db.Entry(standing) is { State: EntityState.Unchanged or EntityState.Modified } entry)
            entry.Property(s => s.RulesVersion).IsModified = true;
    }

    private static bool IsRepair(EvidenceKind kind) => kind is EvidenceKind.Apology or EvidenceKind.MakeGood;

    private async Task<EvidenceContext> ContextAsync(LedgerEntry entry, List<LedgerEntry> alongside, CancellationToken cancellation)
    {
        if (entry.RefId is not { } refId)
            return default;
        switch (entry.Kind)
        {
            case EvidenceKind.PromiseRenegotiated:
                return new(AlreadyRenegotiated: await db.Ledger.AnyAsync(
                    e => e.RefId == refId && e.Kind == EvidenceKind.PromiseRenegotiated && e.Status == LedgerStatus.Counted && e.Id != entry.Id, cancellation));
            case EvidenceKind.Apology or EvidenceKind.MakeGood:
                var repaired = alongside.Find(e => e.Id == refId) ?? await db.Ledger.SingleOrDefaultAsync(
                    e => e.Id == refId && e.RelationshipId == entry.RelationshipId && e.Status == LedgerStatus.Counted, cancellation);
                if (repaired is null)
                    return default;
                // Only a repair that took effect has taken units off; one from before the miss was entered has not.
                var already = await db.Ledger.AnyAsync(
                    e => e.RefId == refId && e.Kind == entry.Kind && e.Status == LedgerStatus.Counted && e.MissedUnits < 0 && e.Id != entry.Id, cancellation);
                return new(repaired.Evidence, repaired.MissedUnits, already);
            default:
                return default;
        }
    }
}
