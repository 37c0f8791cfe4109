using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Data;
using TrustCoach.Services.Opportunities;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Imports;

/// <summary>Takes an import's rows out again, in the caller's transaction. What people have added to them since stays, with what it needs.</summary>
public sealed class ImportUndo(TrustCoachDb db, LedgerWriter ledger, PromiseBook book, OfferReadings offers)
{
    public async Task RunAsync(Actor actor, ImportRun run, CancellationToken cancellation)
    {
        var (organization, import) = (actor.OrganizationId, run.Id);
        var touched = await db.Promises.Where(p => p.ImportId == import).Select(p => p.RelationshipId)
            .Union(db.Touchpoints.Where(t => t.ImportId == import).Select(t => t.RelationshipId)).Distinct().OrderBy(id => id).ToListAsync(cancellation);
        await UntallyAsync(run, cancellation);
        if (run.Kind == ImportKind.Customers)
            await RestoreCustomersAsync(run, cancellation);

        await db.Ledger.Where(e => db.Promises.Any(p => p.Id == e.PromiseId && p.ImportId == import)
            || db.Touchpoints.Any(t => t.Id == e.TouchpointId && t.ImportId == import)).ExecuteDeleteAsync(cancellation);
        await db.Promises.Where(p => p.ImportId == import).ExecuteDeleteAsync(cancellation);
        await db.Touchpoints.Where(t => t.ImportId == import).ExecuteDeleteAsync(cancellation);
        // A relationship, customer or person that something was added to since stays.
        await db.Relationships.Where(r => r.ImportId == import
            && !db.Touchpoints.Any(t => t.RelationshipId == r.Id) && !db.Promises.Any(p => p.RelationshipId == r.Id)
            && !db.Gestures.Any(g => g.RelationshipId == r.Id) && !db.Opportunities.Any(o => o.RelationshipId == r.Id)
            && !db.Fears.Any(f => f.CustomerId == r.CustomerId) && !db.TimesOfNeed.Any(n => n.CustomerId == r.CustomerId)
            && !db.CustomerLinks.Any(l => l.RemovedAt == null && (l.FromCustomerId == r.CustomerId || l.ToCustomerId == r.CustomerId))).ExecuteDeleteAsync(cancellation);
        await db.Customers.Where(c => c.ImportId == import && !db.Relationships.Any(r => r.CustomerId == c.Id)).ExecuteDeleteAsync(cancellation);
        await db.People.Where(p => p.ImportId == import && !db.Relationships.Any(r => r.RepId == p.Id) && !db.Accounts.Any(a => a.Id == p.Id)
            && !db.CoachingSessions.Any(s => s.RepId == p.Id) && !db.AgendaItems.Any(i => i.RepId == p.Id) && !db.Goals.Any(g => g.RepId == p.Id))
            .ExecuteDeleteAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"""
            delete from rep_weeks w where w.organization_id = {organization}
               and not exists (select from people p where p.organization_id = w.organization_id and p.id = w.rep_id)
            """, cancellation);
        await db.Database.ExecuteSqlAsync($"""
            delete from rep_tallies w where w.organization_id = {organization}
               and not exists (select from people p where p.organization_id = w.organization_id and p.id = w.rep_id)
            """, cancellation);

        await offers.UnsettleAsync(touched, cancellation);
        foreach (var relationshipId in touched)
        {
            if (await ledger.LockAsync(relationshipId, cancellation) is not { } standing)
                continue;
            await ledger.RefoldAsync(standing, cancellation);
            await ledger.RefoldFavoursAsync(standing, cancellation);
            await ledger.MeetAgainAsync(standing, null, cancellation);
        }

        if (run.Kind == ImportKind.Promises)
            await ReopenPromisesAsync(actor, run, cancellation);
    }

    // What the import closed is open again, unless somebody has said otherwise since; the clock then speaks for itself.
    private async Task ReopenPromisesAsync(Actor actor, ImportRun run, CancellationToken cancellation)
    {
        var befores = await BeforesAsync<PromiseBefore>(run, cancellation);
        var (ids, calendar) = (befores.ConvertAll(b => b.Id), await book.CalendarAsync(actor, actor.RulesVersion, cancellation));
        var promises = await db.Promises.Include(p => p.Turns).Where(p => ids.Contains(p.Id)).OrderBy(p => p.RelationshipId).ToListAsync(cancellation);
        foreach (var promise in promises)
        {
            var turnId = befores.Find(b => b.Id == promise.Id)!.TurnId;
            if (await ledger.LockAsync(promise.RelationshipId, cancellation) is not { } standing
                || promise.Reopen(turnId, calendar.Now, calendar).Refused(out _, out var turn))
            {
                continue;
            }

            await book.UnbookAsync(promise, standing, [turn], actor.PersonId, cancellation);
        }
    }

    private async Task UntallyAsync(ImportRun run, CancellationToken cancellation)
    {
        var tallies = new RepTallies(run.OrganizationId);
        await foreach (var touchpoint in db.Touchpoints.AsNoTracking().Include(t => t.Breakers).Where(t => t.ImportId == run.Id)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            tallies.Count(touchpoint, -1);
        }

        await foreach (var promise in db.Promises.AsNoTracking().Include(p => p.Turns).Where(p => p.ImportId == run.Id)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var turn in promise.Turns)
                tallies.Count(promise, turn, -1);
        }

        await tallies.WriteAsync(db, cancellation);
    }

    private async Task RestoreCustomersAsync(ImportRun run, CancellationToken cancellation)
    {
        var befores = await BeforesAsync<CustomerBefore>(run, cancellation);
        var ids = befores.ConvertAll(b => b.Id);
        var customers = await db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        foreach (var before in befores)
        {
            if (customers.TryGetValue(before.Id, out var customer))
                customer.Change(before.Name, before.BurnedBefore, before.BurnedNote);
        }
    }

    private async Task<List<T>> BeforesAsync<T>(ImportRun run, CancellationToken cancellation)
    {
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == run.Id && r.Before != null).Select(r => r.Before!).ToListAsync(cancellation);
        return rows.ConvertAll(json => JsonSerializer.Deserialize<T>(json)!);
    }
}
