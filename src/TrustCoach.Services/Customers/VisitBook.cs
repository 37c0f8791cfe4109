using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>Notes who looks at which relationship without making a page wait: written a moment later, all at once.</summary>
public sealed class VisitBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Visit, DateTimeOffset> _visits = new();

    public void Note(Actor actor, Guid relationshipId) => _visits[new(actor.OrganizationId, actor.PersonId, relationshipId)] = clock.GetUtcNow();

    /// <summary>Writes what has been noted in the organization of <paramref name="db"/>.</summary>
    public Task<int> WriteAsync(TrustCoachDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return WriteAsync(db, Take(db.Organization.Id), cancellation);
    }

    private static Task<int> WriteAsync(TrustCoachDb db, IReadOnlyList<KeyValuePair<Visit, DateTimeOffset>> visits, CancellationToken cancellation)
    {
        if (visits.Count == 0)
            return Task.FromResult(0);
        var (people, relationships) = (visits.Select(v => v.Key.PersonId).ToArray(), visits.Select(v => v.Key.RelationshipId).ToArray());
        var (times, oneVisit) = (visits.Select(v => v.Value.UtcDateTime).ToArray(), RelationshipVisit.OneVisit);
        // SQL, because several instances may note the same person at once; a relationship that has gone meanwhile is no visit any more.
        return db.Database.ExecuteSqlAsync($"""
            insert into relationship_visits as v (organization_id, person_id, relationship_id, last_at)
            select {db.Organization.Id}, n.person_id, n.relationship_id, n.at
              from unnest({people}, {relationships}, {times}) as n(person_id, relationship_id, at)
             where exists (select from relationships r where r.organization_id = {db.Organization.Id} and r.id = n.relationship_id)
            on conflict (organization_id, person_id, relationship_id) do update set
                before_at = case when excluded.last_at - v.last_at > {oneVisit} then v.last_at else v.before_at end,
                last_at = greatest(v.last_at, excluded.last_at)
            """, cancellation);
    }

    /// <summary>The organizations in which something was noted.</summary>
    internal List<Guid> Organizations() => [.. _visits.Keys.Select(visit => visit.OrganizationId).Distinct()];

    private List<KeyValuePair<Visit, DateTimeOffset>> Take(Guid organizationId)
    {
        var taken = new List<KeyValuePair<Visit, DateTimeOffset>>();
        foreach (var visit in _visits.Keys.Where(visit => visit.OrganizationId == organizationId))
        {
            if (_visits.TryRemove(visit, out var at))
                taken.Add(new(visit, at));
        }

        return taken;
    }

    private readonly record struct Visit(Guid OrganizationId, Guid PersonId, Guid RelationshipId);
}

/// <summary>Writes noted visits every few seconds, and once more when the app stops.</summary>
public sealed partial class VisitWorker(VisitBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<VisitWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <summary>Writes what has been noted. A visit that cannot be written is forgotten: the next one counts.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var organization in book.Organizations())
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
            try
            {
                await db.EnterAsync(organization, cancellation);
                await book.WriteAsync(db, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(failure, organization);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunOnceAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Between, clock, stoppingToken);
            await RunOnceAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Visits of organization {OrganizationId} were not noted")]
    private partial void LogFailed(Exception failure, Guid organizationId);
}
