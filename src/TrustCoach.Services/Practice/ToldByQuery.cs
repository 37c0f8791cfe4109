using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Practice;

/// <summary>Outcomes with one customer, by who told of them.</summary>
public sealed record ToldByRow(Guid CustomerId, string Customer, int ConfirmedMet, int ConfirmedAll, int ReportedMet, int ReportedAll);

/// <summary>What a rep reports beside what customers say, over all relationships.</summary>
/// <param name="Rows">The customers who have confirmed most, first; at most <see cref="ToldByQuery.Shown"/>.</param>
public sealed record ToldBy(int ConfirmedMet, int ConfirmedAll, int ReportedMet, int ReportedAll, IReadOnlyList<ToldByRow> Rows)
{
    /// <inheritdoc cref="ByLevel.Gap(ScoringRules)"/>
    public double? Gap(ScoringRules rules) => ByLevel.Gap(ConfirmedMet, ConfirmedAll, ReportedMet, ReportedAll, rules);
}

/// <summary>Counts outcomes by evidence level over the last half year: one statement over the ledger's index.</summary>
public sealed class ToldByQuery(TrustCoachDb db)
{
    public const int Days = 180;
    public const int Shown = 6;

    // SQL, because the sums of all customers stand beside the few that are shown. Repairs and renegotiations are no outcomes.
    private const string Sql = """
        select c.id as "CustomerId", c.name as "Customer", t.confirmed_met as "ConfirmedMet", t.confirmed as "ConfirmedAll",
               t.reported_met as "ReportedMet", t.reported as "ReportedAll",
               (sum(t.confirmed_met) over ())::int as "AllConfirmedMet", (sum(t.confirmed) over ())::int as "AllConfirmed",
               (sum(t.reported_met) over ())::int as "AllReportedMet", (sum(t.reported) over ())::int as "AllReported"
          from standings s
          join relationships r on r.organization_id = @organization and r.id = s.relationship_id
          join customers c on c.organization_id = @organization and c.id = r.customer_id
          cross join lateral (
               select (count(*) filter (where level = 3 and kind in (1, 2, 4, 5)))::int as confirmed_met, (count(*) filter (where level = 3))::int as confirmed,
                      (count(*) filter (where level = 1 and kind in (1, 2, 4, 5)))::int as reported_met, (count(*) filter (where level = 1))::int as reported
                 from ledger e
                where e.organization_id = @organization and e.relationship_id = s.relationship_id and e.day between @from and @today
                  and e.status = 1 and e.kind not in (8, 13, 14)) t
         where s.organization_id = @organization and s.rep_id = @rep and s.last_day >= @from_day and t.confirmed + t.reported > 0
           and not coalesce(r."end" = 1, false)
         order by t.confirmed desc, t.reported desc, c.id limit @shown
        """;

    /// <summary>The caller has asked whether the rep may be seen.</summary>
    public async Task<ToldBy> RunAsync(Guid repId, DateOnly today, CancellationToken cancellation)
    {
        var from = today.AddDays(1 - Days);
        var rows = await db.Database.SqlQueryRaw<Row>(
            Sql, new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("rep", repId),
            new NpgsqlParameter<DateOnly>("from", from), new NpgsqlParameter<int>("from_day", from.DayNumber),
            new NpgsqlParameter<DateOnly>("today", today), new NpgsqlParameter<int>("shown", Shown)).ToListAsync(cancellation);
        return rows is [] ? new(0, 0, 0, 0, []) : new(
            rows[0].AllConfirmedMet, rows[0].AllConfirmed, rows[0].AllReportedMet, rows[0].AllReported,
            [.. rows.Select(r => new ToldByRow(r.CustomerId, r.Customer, r.ConfirmedMet, r.ConfirmedAll, r.ReportedMet, r.ReportedAll))]);
    }

    private sealed record Row(
        Guid CustomerId, string Customer, int ConfirmedMet, int ConfirmedAll, int ReportedMet, int ReportedAll,
        int AllConfirmedMet, int AllConfirmed, int AllReportedMet, int AllReported);
}
