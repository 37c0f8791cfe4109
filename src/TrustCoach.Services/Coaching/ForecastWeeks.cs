using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// Writes for each closed week of a rep what the forecasts had said of the outcomes that fell into it. Weeks that have a row keep it.
/// Called under the lock and in the transaction of the weekly points.
/// </summary>
internal sealed class ForecastWeeks(TrustCoachDb db, RuleBook rules)
{
    private const int HalfLivesLeft = 20;

    private const string Entries = $"""
        select relationship_id, {LedgerReader.Columns} from ledger
         where organization_id = $1 and relationship_id = any($2) and status = 1 and day between $3 and $4
        """;

    /// <param name="relationships">All of the rep's.</param>
    /// <param name="first">The week of the first evidence.</param>
    /// <param name="closed">The last week that has closed.</param>
    public async Task FillAsync(
        Guid repId, List<Guid> relationships, DateOnly first, DateOnly closed, ScoringRules book, CancellationToken cancellation)
    {
        var known = await db.ForecastWeeks.Where(w => w.RepId == repId).Select(w => w.Week).ToHashSetAsync(cancellation);
        var missing = new List<DateOnly>();
        for (var week = first; week <= closed; week = week.AddDays(7))
        {
            if (!known.Contains(week))
                missing.Add(week);
        }

        if (missing.Count == 0)
            return;
        var sunday = closed.AddDays(6);
        // What is older than this weighs less than a millionth in the first forecast that is asked for.
        var from = DateOnly.FromDayNumber(Math.Max(0, missing[0].DayNumber - (HalfLivesLeft * book.ForecastHalfLife)));
        var entries = new List<(Guid RelationshipId, Evidence Evidence)>();
        await LedgerReader.ReadAsync(db, Entries, [
            new NpgsqlParameter<Guid[]> { TypedValue = [.. relationships] }, new NpgsqlParameter<DateOnly> { TypedValue = from },
            new NpgsqlParameter<DateOnly> { TypedValue = sunday }],
            row => entries.Add((row.GetGuid(0), LedgerReader.EvidenceAt(row, 1))), cancellation);
        var ledger = entries.ToLookup(e => e.RelationshipId, e => e.Evidence);
        var broken = (await new ReadingsQuery(db, rules).BrokenByClockAsync([repId], sunday, cancellation)).ToLookup(b => b.RelationshipId, b => b.Evidence);
        var outcomes = ForecastReplay.Of(relationships.ConvertAll(id => (Evidence[])[.. ledger[id], .. broken[id]]), book)
            .ToLookup(o => Days.WeekOf(DateOnly.FromDayNumber(o.Day)));
        await db.BulkInsertAsync(
            missing.ConvertAll(week => new ForecastWeek(db.Organization.Id, repId, week, Calibration.Of(outcomes[week]))), cancellation);
    }
}
