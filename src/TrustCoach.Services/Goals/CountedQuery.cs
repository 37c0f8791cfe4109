using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;

namespace TrustCoach.Services.Goals;

/// <summary>The encounters and promises behind a goal's counts, done and not done, newest first: two statements.</summary>
public sealed class CountedQuery(TrustCoachDb db, GoalBook goals, TimeProvider clock)
{
    // SQL, because the rows are those that are counted.
    private const string Sql = $"""
        with {CountedSql.Counted},
        page as (
            select e.*
              from (select *, @rep as rep_id from counted) e
              left join record_seen seen on seen.organization_id = @organization and seen.person_id = @rep
             where e.habit = @habit and e.day between @first and @last and (@done is null or e.done = @done)
               and (e.day < @before or e.day = @before and e.id < @before_id) and not {ShownFirst.Held}
             order by e.day desc, e.id desc limit @take)
        select e.id as "Id", e.day as "Day", e.done as "Done", e.kind as "Kind", e.touchpoint_id as "TouchpointId", e.promise_id as "PromiseId",
               c.id as "CustomerId", c.name as "Customer", coalesce(w.text, t.summary, t.expectation) as "Text"
          from page e
          join relationships r on r.organization_id = @organization and r.id = e.relationship_id
          join customers c on c.organization_id = @organization and c.id = r.customer_id
          left join promises w on w.organization_id = @organization and w.id = e.promise_id
          left join touchpoints t on t.organization_id = @organization and t.id = e.touchpoint_id
         order by e.day desc, e.id desc
        """;

    /// <summary>A page of them; null when the actor sees no such goal, or it has not begun.</summary>
    public async Task<CountedPage?> RunAsync(Actor actor, Guid goalId, CountedAsked asked, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), actor.Today(clock.GetUtcNow()));
        if (await goals.FindAsync(actor, goalId, cancellation) is not var (rep, named) || named.Goal.During(today) is not { } during)
            return null;
        var goal = named.Goal;
        var weeks = goal.Course(today).Where(week => week.From == asked.Week).ToList();
        var days = asked.Before ? goal.Before!.Value : weeks.Count == 1 ? weeks[0] : during;
        var rows = await db.Database.SqlQueryRaw<CountedLine>(
            Sql,
            [
                .. CountedSql.Parameters(db, actor, goal.RepId, days, today),
                .. ShownFirst.Parameters(RecordReader.Of(actor, now)),
                new NpgsqlParameter<int>("habit", (int)goal.Behaviour),
                new NpgsqlParameter("done", NpgsqlTypes.NpgsqlDbType.Boolean) { Value = (object?)asked.Done ?? DBNull.Value },
                new NpgsqlParameter<DateOnly>("before", asked.After.Day), new NpgsqlParameter<Guid>("before_id", asked.After.Id),
                new NpgsqlParameter<int>("take", CountedPage.Size + 1),
            ]).ToListAsync(cancellation);
        var shown = rows.Take(CountedPage.Size).ToList();
        return new(rep, goal, Habits.Of(goal.Behaviour), days, shown, rows.Count > shown.Count ? new EvidenceCursor(shown[^1].Day, shown[^1].Id) : null);
    }
}
