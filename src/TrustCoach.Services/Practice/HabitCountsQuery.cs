using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>Counts from the ledger how often habits were done in some spans of days: one statement, whatever their number.</summary>
public sealed class HabitCountsQuery(TrustCoachDb db)
{
    // SQL, because each span counts the same events by another rule.
    private const string Sql = $"""
        with {CountedSql.Counted}
        select (w.n - 1)::int as "Span", count(*) filter (where c.done)::int as "Done", count(c.id)::int as "Of"
          from unnest(@habits, @froms, @tos) with ordinality as w(habit, from_day, to_day, n)
          left join counted c on c.habit = w.habit and c.day between w.from_day and w.to_day
         group by w.n order by w.n
        """;

    /// <summary>One count for each span, in their order. The caller has asked whether the rep may be seen.</summary>
    /// <param name="today">The organization's day.</param>
    public async Task<IReadOnlyList<HabitCount>> RunAsync(
        Actor actor, Guid repId, IReadOnlyList<(Habit Habit, DaySpan Days)> spans, DateOnly today, CancellationToken cancellation)
    {
        if (spans.Count == 0)
            return [];
        var all = new DaySpan(spans.Min(s => s.Days.From), spans.Max(s => s.Days.To));
        var rows = await db.Database.SqlQueryRaw<Row>(
            Sql,
            [
                .. CountedSql.Parameters(db, actor, repId, all, today),
                new NpgsqlParameter<short[]>("habits", [.. spans.Select(s => (short)s.Habit)]),
                new NpgsqlParameter<DateOnly[]>("froms", [.. spans.Select(s => s.Days.From)]), new NpgsqlParameter<DateOnly[]>("tos", [.. spans.Select(s => s.Days.To)]),
            ]).ToListAsync(cancellation);
        return rows.ConvertAll(row => new HabitCount(row.Done, row.Of));
    }

    private sealed record Row(int Span, int Done, int Of);
}
