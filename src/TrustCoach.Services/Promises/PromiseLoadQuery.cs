using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Promises;

/// <summary>One of the coming weeks, with what the rep's own past says of so much.</summary>
/// <param name="Week">The Monday it begins with.</param>
/// <param name="Due">Own promises that fall due in it, those kept already included.</param>
/// <param name="WithOneMore">What the past says of one promise more.</param>
public sealed record ComingWeek(DateOnly Week, int Due, PromiseLoad AsItIs, PromiseLoad WithOneMore);

/// <summary>Weighs a rep's coming weeks against how the word was kept in earlier ones: one statement over two partial indexes.</summary>
public sealed class PromiseLoadQuery(TrustCoachDb db, TimeProvider clock)
{
    private const int WeeksAhead = 4;

    /// <summary>This week and the next three of the actor's own promises.</summary>
    public async Task<IReadOnlyList<ComingWeek>> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var (thisWeek, counts) = (Days.WeekOf(today), await CountAsync(actor.PersonId, today, cancellation));
        var past = counts.Where(c => c.Week < thisWeek && c.Judged > 0).Select(c => new LoadWeek(c.Week, c.Judged, c.Kept)).ToList();
        return
        [
            .. Enumerable.Range(0, WeeksAhead).Select(i => thisWeek.AddDays(7 * i)).Select(week =>
            {
                var due = counts.Where(c => c.Week == week).Sum(c => c.Judged + c.Open);
                return new ComingWeek(week, due, PromiseLoad.Of(past, due), PromiseLoad.Of(past, due + 1));
            }),
        ];
    }

    // SQL, because one pass with filters is one line here. A promise belongs to the week in which it was due in the end.
    private Task<List<Counts>> CountAsync(Guid repId, DateOnly today, CancellationToken cancellation)
    {
        var (organization, from, last) = (db.Organization.Id, today.AddDays(-PromiseLoad.Days), today.AddDays(7 * WeeksAhead));
        return db.Database.SqlQuery<Counts>($"""
            select date_trunc('week', due_day)::date as "Week", (count(*) filter (where state = 2))::int as "Kept",
                   (count(*) filter (where state <> 1 or closes_on <= {today}))::int as "Judged",
                   (count(*) filter (where state = 1 and closes_on > {today}))::int as "Open"
              from (select state, due_day, closes_on from promises
                     where organization_id = {organization} and rep_id = {repId} and direction = 1 and state in (2, 3, 4) and closed_on >= {from}
                    union all
                    select state, due_day, closes_on from promises
                     where organization_id = {organization} and rep_id = {repId} and direction = 1 and state = 1
                       and due_day <= {last} and closes_on >= {from}
                       and (closes_on > {today} or condition is null or condition_met_at is not null)) as p
             group by 1
            """).ToListAsync(cancellation);
    }

    private sealed record Counts(DateOnly Week, int Kept, int Judged, int Open);
}
