using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Rules;

/// <summary>The last preview.</summary>
/// <param name="IsStale">The draft, the rules or the day is another by now.</param>
/// <param name="Found">Null until it is done.</param>
/// <param name="TeamNames">Of the teams in it.</param>
public sealed record RulePreviewView(
    RuleJobState State, int Done, int Total, DateOnly Day, DateTimeOffset AskedAt, string? Error, bool IsStale, RulePreview? Found, IReadOnlyDictionary<Guid, string> TeamNames);

/// <summary>A relationship that would move by more than five points, for who may see its scores.</summary>
public sealed record MovedRelationship(
    Guid RelationshipId, Guid CustomerId, string Customer, Guid RepId, string Rep, double CredibilityBefore, double CredibilityAfter, double TrustBefore, double TrustAfter);

/// <summary>Reads what a preview found. Everybody who may see it sees the counts; names only who may see those scores anyway.</summary>
public sealed class RulePreviewQuery(TrustCoachDb db, TimeProvider clock)
{
    public const int RowsShown = 100;

    /// <summary>Null when none was asked for yet.</summary>
    public async Task<RulePreviewView?> RunAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Thing.RulePreview, Act.See))
            return null;
        var job = await db.RuleJobs.AsNoTracking().Where(j => j.Kind == RuleJobKind.Preview).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellation);
        if (job is null)
            return null;
        var draft = await db.RuleDrafts.Select(d => (int?)d.Version).SingleOrDefaultAsync(cancellation);
        var found = job is { State: RuleJobState.Done, Result: { } result } ? JsonSerializer.Deserialize<RulePreview>(result) : null;
        var teams = found is null ? [] : await db.Teams.AsNoTracking().Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancellation);
        var stale = job.DraftVersion != draft || job.RulesVersion != actor.RulesVersion || job.Day != actor.Today(clock.GetUtcNow());
        return new(job.State, job.Done, job.Total, job.Day, job.AskedAt, job.Error, stale, found, teams);
    }

    /// <summary>The relationships that would move much, of those whose scores the actor may see: the largest move first, one more than is shown when there are more.</summary>
    public Task<List<MovedRelationship>> MovedAsync(Actor actor, CancellationToken cancellation)
    {
        var visible = db.RelationshipsFor(actor, Thing.Score, Act.See);
        return (
            from row in db.RulePreviewRows.AsNoTracking()
            join relationship in visible on row.RelationshipId equals relationship.Id
            join customer in db.Customers on relationship.CustomerId equals customer.Id
            join rep in db.People on row.RepId equals rep.Id
            where actor.May(Thing.RulePreview, Act.See)
            orderby row.Move descending, row.RelationshipId
            select new MovedRelationship(
                row.RelationshipId, customer.Id, customer.Name, rep.Id, rep.Name, row.CredibilityBefore, row.CredibilityAfter, row.TrustBefore, row.TrustAfter))
            .Take(RowsShown + 1).ToListAsync(cancellation);
    }
}
