using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Method;

/// <summary>Early credibility with and without each step of a team's card.</summary>
/// <param name="Compared">Relationships with something ticked in the first conversations and enough judged in the days after.</param>
/// <param name="TooYoung">Ticked ones whose days after are not over.</param>
/// <param name="TooFew">Ticked ones in which too little was judged in the days after.</param>
public sealed record MethodReport(
    Guid TeamId, string Team, StepCard Card, IReadOnlyList<StepComparison> Steps, int Compared, int TooYoung, int TooFew);

/// <summary>One page of the relationships behind a number of the report, by the customer's name.</summary>
public sealed record MethodRows(Guid TeamId, string Team, MethodStep Step, bool With, IReadOnlyList<MethodRow> Rows, int Page, int Total)
{
    public const int PageSize = 25;

    public bool HasMore => Page * PageSize < Total;
}

/// <summary>A relationship and how it went after its first conversations.</summary>
/// <param name="Credibility">0 to 100, with the same start for all.</param>
/// <param name="Judged">Judged events in the days after.</param>
public sealed record MethodRow(Guid CustomerId, string Customer, Guid RepId, string Rep, Opening Opening, double Credibility, int Judged);

/// <summary>Compares the steps of a team's card, for the manager who coaches the team; null for everybody else's. At most six statements.</summary>
public sealed class MethodReportQuery(TrustCoachDb db, MethodQuery cards, RuleBook rules, TimeProvider clock)
{
    /// <summary>Judged events in the days after from which a relationship is compared.</summary>
    public const int EnoughJudged = 3;

    /// <summary>So many relationships are compared at most, the newest first.</summary>
    public const int Most = 5000;

    // Units are stored as the scoring gave them; here they fade to the last of the days after. A repair took its units off the miss it
    // answers, so it fades with that miss, and without it in these days counts for nothing.
    private const string Early = """
        with ticked as (
            select t.relationship_id, t.customer_id, t.day, t.card_id, t.steps
              from touchpoints t join people p on p.organization_id = t.organization_id and p.id = t.rep_id
             where t.organization_id = @organization and p.team_id = @team and t.steps is not null and t.voided_at is null
        ), begun as (
            select k.relationship_id, k.customer_id, f.day as first
              from (select distinct relationship_id, customer_id from ticked) k
              cross join lateral (select t.day from touchpoints t
                    where t.organization_id = @organization and t.customer_id = k.customer_id and t.relationship_id = k.relationship_id
                      and t.outcome <> 0 and t.voided_at is null
                    order by t.happened_at limit 1) f
             order by f.day desc, k.relationship_id desc limit @most
        ), early as (
            select b.relationship_id, b.customer_id, b.first, string_agg(distinct coalesce(t.card_id::text, ''), ' ') as cards, array_agg(distinct s) as steps
              from begun b join ticked t on t.relationship_id = b.relationship_id and t.day < b.first + @firstdays cross join unnest(t.steps) s
             group by b.relationship_id, b.customer_id, b.first
        )
        select e.relationship_id as "Id", r.rep_id as "RepId", e.customer_id as "CustomerId", r.climate as "Climate", c.burned_before as "Burned",
               e.first + @firstdays + @afterdays <= @today as "IsOver", e.cards as "Cards", e.steps as "Steps",
               l.judged as "Judged", l.kept as "Kept", l.missed as "Missed"
          from early e
          join relationships r on r.organization_id = @organization and r.id = e.relationship_id
          join customers c on c.organization_id = @organization and c.id = e.customer_id
          cross join lateral (
              select count(*) filter (where m.id is null and (l.kept_units > 0 or l.missed_units > 0))::int as judged,
                     coalesce(sum(l.kept_units * power(2, (l.day - e.first - @lastday) / @halflife)), 0) as kept,
                     coalesce(sum(l.missed_units * power(2, (coalesce(m.day, l.day) - e.first - @lastday)
                         / case when l.kind in (10, 11, 12) then @integrity else @halflife end)), 0) as missed
                from ledger l left join ledger m on l.kind in (13, 14) and m.organization_id = @organization and m.id = l.ref_id
               where l.organization_id = @organization and l.relationship_id = e.relationship_id and l.status = 1
                 and l.day >= e.first + @firstdays and l.day < e.first + @firstdays + @afterdays
                 and (l.kind not in (13, 14) or (m.status = 1 and m.day >= e.first + @firstdays))) l
        """;

    /// <summary>The report.</summary>
    public async Task<MethodReport?> RunAsync(Actor actor, Guid teamId, CancellationToken cancellation)
    {
        if (await cards.CardAsync(actor, teamId, cancellation) is not { } page)
            return null;
        var rows = await ReadAsync(actor, page, cancellation);
        var compared = rows.FindAll(r => r.IsCompared);
        return new(
            teamId, page.Team, page.Card, StepComparison.Of(page.Card.Steps, compared.ConvertAll(r => r.Early)),
            compared.Count, rows.Count(r => !r.IsOver), rows.Count(r => r.IsOver && !r.IsCompared));
    }

    /// <summary>The compared relationships in which a step was ticked, or was not though it stood on the card.</summary>
    /// <param name="stepId">Of the card as it is; its first when null.</param>
    /// <param name="page">From 1.</param>
    public async Task<MethodRows?> RowsAsync(Actor actor, Guid teamId, Guid? stepId, bool with, int page, CancellationToken cancellation)
    {
        if (await cards.CardAsync(actor, teamId, cancellation) is not { } method || method.Card.Steps.FirstOrDefault(s => stepId is null || s.Id == stepId) is not { } step)
            return null;
        var early = (await ReadAsync(actor, method, cancellation))
            .FindAll(r => r.IsCompared && r.Early.Offered.Contains(step.Id) && r.Early.Ticked.Contains(step.Id) == with).ToDictionary(r => r.Early.Id);
        page = Math.Clamp(page, 1, Math.Max(1, (early.Count + MethodRows.PageSize - 1) / MethodRows.PageSize));
        var ids = early.Keys.ToArray();
        var shown = await (
            from r in db.Relationships
            where ids.Contains(r.Id)
            join c in db.Customers on r.CustomerId equals c.Id
            join p in db.People on r.RepId equals p.Id
            orderby c.Name, r.Id
            select new { r.Id, CustomerId = c.Id, Customer = c.Name, r.RepId, Rep = p.Name })
            .Skip((page - 1) * MethodRows.PageSize).Take(MethodRows.PageSize).ToListAsync(cancellation);
        return new(
            teamId, method.Team, step, with,
            shown.ConvertAll(s => new MethodRow(s.CustomerId, s.Customer, s.RepId, s.Rep, early[s.Id].Early.Opening, early[s.Id].Early.Credibility, early[s.Id].Early.Judged)),
            page, early.Count);
    }

    private async Task<List<Known>> ReadAsync(Actor actor, MethodPage page, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        // With many relationships Postgres would compile it, which takes twice as long as it then runs.
        await db.Database.ExecuteSqlAsync($"set local jit = off", cancellation);
        var rows = await db.Database.SqlQueryRaw<Row>(
            Early, new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("team", page.TeamId),
            new NpgsqlParameter<DateOnly>("today", actor.Today(clock.GetUtcNow())), new NpgsqlParameter<int>("most", Most),
            new NpgsqlParameter<int>("firstdays", EarlyRelationship.FirstDays), new NpgsqlParameter<int>("afterdays", EarlyRelationship.AfterDays),
            new NpgsqlParameter<int>("lastday", EarlyRelationship.FirstDays + EarlyRelationship.AfterDays - 1),
            new NpgsqlParameter<double>("halflife", book.Credibility.HalfLife), new NpgsqlParameter<double>("integrity", book.IntegrityHalfLife))
            .ToListAsync(cancellation);
        var named = rows.SelectMany(r => r.CardIds).Distinct().ToArray();
        var known = await db.MethodCards.AsNoTracking().Where(c => named.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.ToCard(), cancellation);
        // Of a card that is another team's only what both have in common tells anything: ids are compared, not cards.
        var offered = rows.Select(r => r.Cards).Distinct().ToDictionary(cards => cards, cards => (IReadOnlySet<Guid>)cards.Split(' ')
            .SelectMany(id => id.Length == 0 ? StepCard.Default.Steps : known.TryGetValue(Guid.Parse(id), out var card) ? card.Steps : []).Select(s => s.Id).ToHashSet());
        return rows.ConvertAll(r => new Known(
            new(r.Id, new((Climate)r.Climate, r.Burned), offered[r.Cards], r.Steps.ToHashSet(), r.Judged, EarlyRelationship.Points(r.Kept, r.Missed, book)), r.IsOver));
    }

    private sealed record Known(EarlyRelationship Early, bool IsOver)
    {
        public bool IsCompared => IsOver && Early.Judged >= EnoughJudged;
    }

    private sealed record Row(
        Guid Id, Guid RepId, Guid CustomerId, short Climate, bool Burned, bool IsOver, string Cards, Guid[] Steps, int Judged, double Kept, double Missed)
    {
        public IEnumerable<Guid> CardIds => Cards.Split(' ').Where(id => id.Length > 0).Select(Guid.Parse);
    }
}
