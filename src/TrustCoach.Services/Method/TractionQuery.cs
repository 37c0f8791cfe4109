using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Method;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Method;

/// <summary>Reads traction clocks of relationships whose owner the caller has asked about: one statement, each relationship along its indexes.</summary>
public sealed class TractionQuery(TrustCoachDb db)
{
    // A meeting is anything but a letter or a message; what has no channel was most often spoken. Encounters are counted no further than
    // the last mark, which is early in a relationship.
    private const string Clocks = """
        select r.id as "Id", f.day as "First", r.ended_on as "EndedOn",
               k.day as "KeptOn", m.day as "MetAgainOn", s.day as "TheyStartedOn", c.day as "CredibleOn",
               n.kept as "KeptAfter", n.met as "MetAgainAfter", n.started as "TheyStartedAfter", n.credible as "CredibleAfter"
          from chosen r
          left join lateral (select t.day from touchpoints t
                where t.organization_id = @organization and t.customer_id = r.customer_id and t.relationship_id = r.id and t.outcome <> 0 and t.voided_at is null
                order by t.happened_at limit 1) f on true
          left join lateral (select t.day from touchpoints t
                where t.organization_id = @organization and t.customer_id = r.customer_id and t.relationship_id = r.id and t.outcome <> 0 and t.voided_at is null
                  and t.day > f.day and coalesce(t.channel, 1) not in (3, 6)
                order by t.happened_at limit 1) m on true
          left join lateral (select t.day from touchpoints t
                where t.organization_id = @organization and t.relationship_id = r.id and t.they_started and t.outcome <> 0 and t.voided_at is null
                order by t.happened_at limit 1) s on true
          left join lateral (select min(p.closed_on) as day from promises p
                where p.organization_id = @organization and p.relationship_id = r.id and p.direction = 1 and p.state = 2) k on true
          left join lateral (select date '0001-01-01' + st.credible_day as day from standings st
                where st.organization_id = @organization and st.relationship_id = r.id and st.credible_day is not null) c on true
          left join lateral (select count(*) filter (where t.day <= k.day)::int as kept, count(*) filter (where t.day <= m.day)::int as met,
                       count(*) filter (where t.day <= s.day)::int as started, count(*) filter (where t.day <= c.day)::int as credible
                  from touchpoints t
                 where t.organization_id = @organization and t.customer_id = r.customer_id and t.relationship_id = r.id and t.outcome <> 0 and t.voided_at is null
                   and t.happened_at < greatest(k.day, m.day, s.day, c.day) + 2) n on true
        """;

    private const string OfOne = $"""
        with chosen as (select id, customer_id, ended_on from relationships where organization_id = @organization and id = @relationship)
        {Clocks}
        """;

    // The newest ones tell of the method as it is; so many give a median that more would not move.
    private const string OfMany = $"""
        with chosen as (
            select r.id, r.customer_id, r.ended_on from relationships r join people p on p.organization_id = r.organization_id and p.id = r.rep_id
             where r.organization_id = @organization and p.team_id = @team and r.opened_on >= @since
             order by r.opened_on desc, r.id desc limit @most)
        {Clocks}
        """;

    /// <summary>The clock of one relationship; empty before the first contact.</summary>
    /// <param name="today">The organization's day.</param>
    public async Task<IReadOnlyList<TractionReading>> OfAsync(Guid relationshipId, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQueryRaw<Row>(OfOne, Organization, new NpgsqlParameter<Guid>("relationship", relationshipId)).ToListAsync(cancellation);
        return rows.Count == 0 ? [] : TractionClock.Read(rows[0].ToFacts(today));
    }

    /// <summary>The clocks of the relationships that began last with the people of a team; those without a contact are left out.</summary>
    /// <param name="since">The first day of opening that counts.</param>
    internal async Task<List<IReadOnlyList<TractionReading>>> OfTeamAsync(Guid teamId, DateOnly since, int most, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQueryRaw<Row>(
            OfMany, Organization, new NpgsqlParameter<Guid>("team", teamId), new NpgsqlParameter<DateOnly>("since", since),
            new NpgsqlParameter<int>("most", most)).ToListAsync(cancellation);
        return rows.ConvertAll(row => TractionClock.Read(row.ToFacts(today))).FindAll(clock => clock.Count > 0);
    }

    private NpgsqlParameter<Guid> Organization => new("organization", db.Organization.Id);

    private sealed record Row(
        Guid Id, DateOnly? First, DateOnly? EndedOn, DateOnly? KeptOn, DateOnly? MetAgainOn, DateOnly? TheyStartedOn, DateOnly? CredibleOn,
        int? KeptAfter, int? MetAgainAfter, int? TheyStartedAfter, int? CredibleAfter)
    {
        public TractionFacts ToFacts(DateOnly today)
        {
            var reached = new Dictionary<TractionMark, (DateOnly, int)>();
            void Note(TractionMark mark, DateOnly? day, int? after)
            {
                if (day is { } on)
                    reached[mark] = (on, after ?? 1);
            }

            Note(TractionMark.PromiseKept, KeptOn, KeptAfter);
            Note(TractionMark.MetAgain, MetAgainOn, MetAgainAfter);
            Note(TractionMark.TheyStarted, TheyStartedOn, TheyStartedAfter);
            Note(TractionMark.Credible, CredibleOn, CredibleAfter);
            return new(First, reached, EndedOn < today ? EndedOn.Value : today);
        }
    }
}
