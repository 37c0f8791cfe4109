using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// Writes a rep's roll-up for each closed week, and what the forecasts had said of its outcomes: what was known when it closed. Weeks
/// that have a point keep it, so that running it again, by several instances at once or after an import, only fills what is missing.
/// </summary>
public sealed partial class WeeklyPointsService(TrustCoachDb db, RuleBook rules, TimeProvider clock, ILogger<WeeklyPointsService> logger)
{
    // A week that closed before variances were kept gets these and nothing else: its points are what was known then.
    private const string KeepWhatWasKnown = """
        (organization_id, rep_id, week) do update set credibility_variance = excluded.credibility_variance, trust_variance = excluded.trust_variance
            where t.credibility_variance is null
        """;

    /// <summary>Fills the missing weeks of these reps, from the week of their first evidence to the last one closed in the organization's zone.</summary>
    /// <returns>The number of points written.</returns>
    public async Task<int> FillAsync(IReadOnlyCollection<Guid> repIds, CancellationToken cancellation)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var closed = Days.WeekOf(Days.Of(clock.GetUtcNow(), zone)).AddDays(-7);
        var written = 0;
        foreach (var repId in repIds.Distinct())
            written += await FillAsync(repId, closed, cancellation);
        if (written > 0)
            LogFilled(db.Organization.Id, written);
        return written;
    }

    /// <summary>The reps who have evidence and no point yet for the last week closed.</summary>
    public async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var closed = Days.WeekOf(Days.Of(clock.GetUtcNow(), zone)).AddDays(-7);
        var sunday = closed.AddDays(6).DayNumber;
        return await db.Standings
            .Where(s => s.FirstDay <= sunday && (!db.RepWeeks.Any(w => w.RepId == s.RepId && w.Week == closed && w.CredibilityVariance != null)
                || !db.ForecastWeeks.Any(w => w.RepId == s.RepId && w.Week == closed)))
            .Select(s => s.RepId).Distinct().ToListAsync(cancellation);
    }

    private async Task<int> FillAsync(Guid repId, DateOnly closed, CancellationToken cancellation)
    {
        // An import or the demo data may call from inside its own transaction: then that one holds all.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        // A point stays as it is written: it must not be read from rows of one version by the rules of another.
        var book = await rules.OfAsync(db, await db.HoldRulesAsync(cancellation), cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(7421, hashtext({repId}::text))", cancellation);

        var relationships = await RelationshipsAsync(repId, cancellation);
        var missing = await MissingAsync(repId, relationships, closed, cancellation);
        var written = 0;
        if (missing.Count > 0)
        {
            var points = await PointsAsync(repId, relationships, missing, book, cancellation);
            written = await db.BulkInsertAsync(points, cancellation, KeepWhatWasKnown);
        }

        if (relationships.Min(r => r.Standing.FirstDay) is { } first)
        {
            await new ForecastWeeks(db, rules).FillAsync(
                repId, relationships.ConvertAll(r => r.Standing.RelationshipId), Days.WeekOf(DateOnly.FromDayNumber(first)), closed, book, cancellation);
        }

        if (transaction is not null)
            await transaction.CommitAsync(cancellation);
        return written;
    }

    private Task<List<Stretch>> RelationshipsAsync(Guid repId, CancellationToken cancellation) => (
        from standing in db.Standings.AsNoTracking()
        where standing.RepId == repId
        join relationship in db.Relationships on standing.RelationshipId equals relationship.Id
        select new Stretch(standing, relationship.EndedOn)).ToListAsync(cancellation);

    private async Task<List<DateOnly>> MissingAsync(Guid repId, List<Stretch> relationships, DateOnly closed, CancellationToken cancellation)
    {
        if (relationships.Min(r => r.Standing.FirstDay) is not { } first)
            return [];
        var known = await db.RepWeeks.Where(w => w.RepId == repId && w.CredibilityVariance != null).Select(w => w.Week).ToHashSetAsync(cancellation);
        var missing = new List<DateOnly>();
        for (var week = Days.WeekOf(DateOnly.FromDayNumber(first)); week <= closed; week = week.AddDays(7))
        {
            if (!known.Contains(week))
                missing.Add(week);
        }

        return missing;
    }

    private async Task<List<RepWeek>> PointsAsync(
        Guid repId, List<Stretch> relationships, List<DateOnly> weeks, ScoringRules book, CancellationToken cancellation)
    {
        var sundays = weeks.ConvertAll(week => week.AddDays(6).DayNumber).ToArray();
        var broken = (await new ReadingsQuery(db, rules).BrokenByClockAsync([repId], DateOnly.FromDayNumber(sundays[^1]), cancellation))
            .ToLookup(b => b.RelationshipId, b => b.Evidence);
        // A relationship at rest since the first missing Sunday is read from its standing; only the others are folded again.
        var moved = relationships.Where(r => r.Standing.LastDay > sundays[0] || broken.Contains(r.Standing.RelationshipId))
            .Select(r => r.Standing.RelationshipId).ToHashSet();
        var ledger = (await db.Ledger.AsNoTracking()
            .Where(e => moved.Contains(e.RelationshipId) && e.Status == LedgerStatus.Counted)
            .ToListAsync(cancellation)).ToLookup(e => e.RelationshipId, e => e.Evidence);

        var sums = relationships.ConvertAll(r => moved.Contains(r.Standing.RelationshipId)
            ? History.SumsOn([.. ledger[r.Standing.RelationshipId], .. broken[r.Standing.RelationshipId]], sundays, book)
            : [.. sundays.Select(day => r.Standing.On(day, book))]);
        return [.. weeks.Select((week, i) => WeeklyRollUp.Of(new RepWeek(db.Organization.Id, repId, week), sundays[i],
            relationships.Select((r, j) => new WeeklyRollUp.Part(r.Standing.Opening, sums[j][i], r.EndedOn is { } end && end.DayNumber <= sundays[i])).ToList(), book))];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote {Count} weekly points of organization {OrganizationId}")]
    private partial void LogFilled(Guid organizationId, int count);

    private sealed record Stretch(Standing Standing, DateOnly? EndedOn);
}
