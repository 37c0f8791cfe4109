using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Records;

/// <summary>What others changed on one's own record. Nobody reads another's.</summary>
public sealed class NewsQuery(TrustCoachDb db, TimeProvider clock)
{
    // What the clock has broken and no job has booked is news from the start of that day, as it is when it is booked.
    private const string News = """
        news as (
            select e.id, e.news_at, e.news_by, e.recorded_at, e.status, e.kind, e.day, e.relationship_id, e.touchpoint_id, e.promise_id
              from ledger e
             where e.organization_id = @organization and e.rep_id = @me and e.news_at > @since
            union all
            select p.id, p.closes_on::timestamp at time zone @zone, null, null, 1::smallint, 7::smallint, p.closes_on, p.relationship_id, null, p.id
              from promises p
             where p.organization_id = @organization and p.rep_id = @me and p.state = 1 and p.direction = 1 and p.closes_on between @first and @today
               and (p.condition is null or p.condition_met_at is not null)
        ),
        seen as (select coalesce((select seen_up_to from record_seen where organization_id = @organization and person_id = @me), '-infinity') as up_to)
        """;

    private const string Lines = $"""
        with {News},
        page as (select * from news order by news_at desc, id desc limit @take offset @skip)
        select n.id as "Id",
               case when d.id is not null then 5 when n.status = 3 then 4 when n.news_by is null then 0 when n.news_at > n.recorded_at then 3
                    when coalesce(t.import_id, w.import_id) is not null then 2 else 1 end as "What",
               n.news_at as "At", b.name as "By", n.news_at > seen.up_to as "IsNew", n.kind as "Kind", n.day as "Day",
               coalesce(w.text, k.note, t.summary, t.expectation) as "Text", n.touchpoint_id as "TouchpointId", n.promise_id as "PromiseId",
               d.id as "DisputeId", c.id as "CustomerId", c.name as "Customer"
          from page n
          cross join seen
          join relationships r on r.organization_id = @organization and r.id = n.relationship_id
          join customers c on c.organization_id = @organization and c.id = r.customer_id
          left join people b on b.organization_id = @organization and b.id = n.news_by
          left join disputes d on d.organization_id = @organization and d.entry_id = n.id and d.answered_by = n.news_by and d.closed_at between n.news_at - interval '5 seconds' and n.news_at + interval '5 seconds'
          left join promises w on w.organization_id = @organization and w.id = n.promise_id
          left join trust_breakers k on k.organization_id = @organization and k.id = n.id
          left join touchpoints t on t.organization_id = @organization and t.id = n.touchpoint_id
         order by n.news_at desc, n.id desc
        """;

    private const string Count = $"""
        with {News}
        select count(*)::int as "New", max(counted.news_at) as "UpTo",
               (select count(*) from goals g where g.organization_id = @organization and g.rep_id = @me and g.state = 1)::int as "Goals"
          from (select news_at from news, seen where news_at > seen.up_to order by news_at desc limit @most) counted
        """;

    /// <summary>A page of them: two statements.</summary>
    /// <param name="page">From 1.</param>
    public async Task<NewsPage> RunAsync(Actor actor, int page, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 1000);
        var rows = await db.Database.SqlQueryRaw<NewsLine>(
            Lines,
            [.. Parameters(actor), new NpgsqlParameter<int>("take", NewsPage.Size + 1), new NpgsqlParameter<int>("skip", (page - 1) * NewsPage.Size)])
            .ToListAsync(cancellation);
        var counted = await CountAsync(actor, cancellation);
        return new([.. rows.Take(NewsPage.Size)], page, rows.Count > NewsPage.Size, counted.New, counted.UpTo);
    }

    /// <summary>How much of it is new, and how many goals wait for an answer: one statement.</summary>
    public async Task<NewToMe> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        var counted = await CountAsync(actor, cancellation);
        return new(counted.New, counted.Goals);
    }

    private async Task<Counted> CountAsync(Actor actor, CancellationToken cancellation) => (await db.Database.SqlQueryRaw<Counted>(
        Count, [.. Parameters(actor), new NpgsqlParameter<int>("most", NewsPage.MostCounted)]).ToListAsync(cancellation))[0];

    private List<NpgsqlParameter> Parameters(Actor actor)
    {
        var now = clock.GetUtcNow();
        var (today, first) = (actor.Today(now), actor.Today(now).AddDays(-NewsPage.Days));
        return
        [
            new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("me", actor.PersonId),
            new NpgsqlParameter<string>("zone", actor.OrganizationZone.Id), new NpgsqlParameter<DateOnly>("today", today), new NpgsqlParameter<DateOnly>("first", first),
            new NpgsqlParameter<DateTimeOffset>("since", Days.EndOf(first.AddDays(-1), actor.OrganizationZone)),
        ];
    }

    private sealed record Counted(int New, DateTimeOffset? UpTo, int Goals);
}
