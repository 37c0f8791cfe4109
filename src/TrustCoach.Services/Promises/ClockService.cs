using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Promises;

/// <summary>
/// Books what the clock has closed: promises past their grace as broken, those whose condition never came true as lapsed.
/// Every page says so without it; this only makes the ledger say so too. Run again or by several at once, it books nothing twice.
/// </summary>
public sealed partial class ClockService(TrustCoachDb db, PromiseBook promises, RuleBook rules, TimeProvider clock, ILogger<ClockService> logger)
{
    private const int Batch = 200;

    /// <summary>Goes through all organizations; how many promises it closed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await db.EnterDirectoryAsync(cancellation);
        var organizations = await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking()
            .OrderBy(o => o.Id).ToListAsync(cancellation);
        var closed = 0;
        foreach (var organization in organizations)
        {
            await db.EnterAsync(organization.Id, cancellation);
            closed += await RunAsync(organization, cancellation);
            await BreakCoachingPromisesAsync(organization, cancellation);
        }

        return closed;
    }

    private async Task<int> RunAsync(Organization organization, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var book = await rules.OfAsync(db, organization.RulesVersion, cancellation);
        var calendar = new PromiseCalendar(clock.GetUtcNow(), zone, zone, book.GraceDays);
        var (closed, after) = (0, Guid.Empty);
        while (true)
        {
            // By relationship and onwards, so that one that cannot be booked holds up nobody else.
            var due = await db.Promises
                .Where(p => p.State == PromiseState.Open && p.ClosesOn <= calendar.Today && p.RelationshipId > after)
                .Select(p => p.RelationshipId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellation);
            foreach (var relationship in due)
                closed += await TryCloseAsync(relationship, calendar, cancellation);
            if (due.Count < Batch)
                return closed;
            after = due[^1];
        }
    }

    // What reps and managers owe each other: one statement, so that an answer given at the same moment finds it broken or keeps it.
    private Task<int> BreakCoachingPromisesAsync(Organization organization, CancellationToken cancellation)
    {
        var today = Days.Of(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone));
        var coaching = db.Coaching();
        return db.CoachingPromises.Where(p => p.State == PromiseState.Open && p.ClosesOn <= today).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.State, PromiseState.Broken).SetProperty(p => p.ClosedOn, p => p.ClosesOn).SetProperty(p => p.ClosesOn, (DateOnly?)null)
                .SetProperty(p => p.ManagerId, p => p.ManagerId ?? coaching.Where(c => c.RepId == p.RepId).Select(c => (Guid?)c.ManagerId).FirstOrDefault())
                .SetProperty(p => p.AskedDay, (DateOnly?)null),
            cancellation);
    }

    private async Task<int> TryCloseAsync(Guid relationshipId, PromiseCalendar calendar, CancellationToken cancellation)
    {
        try
        {
            return await CloseAsync(relationshipId, calendar, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, relationshipId);
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> CloseAsync(Guid relationshipId, PromiseCalendar calendar, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await promises.LockAsync(relationshipId, cancellation) is not { } standing)
            return 0;
        var closed = await promises.CloseByClockAsync(standing, calendar, cancellation);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogClosed(closed, relationshipId);
        return closed;
    }

    [LoggerMessage(LogLevel.Information, "The clock closed {Count} promises of relationship {RelationshipId}.")]
    private partial void LogClosed(int count, Guid relationshipId);

    [LoggerMessage(LogLevel.Error, "The clock could not close the promises of relationship {RelationshipId}; it tries again next time.")]
    private partial void LogFailed(Exception failure, Guid relationshipId);
}
