using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>What of a rep the clock alone changes, and the stamp of everything else.</summary>
internal sealed record RepNow
{
    public required Guid RepId { get; init; }

    /// <summary><see cref="RepStamp.ChangedBy"/>; 0 while nothing was ever logged.</summary>
    public required long Stamp { get; init; }

    /// <summary>Open promises of ours past their date, and not yet past their grace.</summary>
    public required int Overdue { get; init; }

    /// <summary>Promises the clock has broken and no job has booked yet.</summary>
    public required int Unbooked { get; init; }

    /// <summary>Of these, those broken in the period.</summary>
    public required int Broken { get; init; }

    /// <summary>Planned encounters of the period whose day has passed without an outcome, and those of the period before.</summary>
    public required int PlannedOpen { get; init; }

    public required int PlannedOpenBefore { get; init; }

    /// <summary>The day of the last of <see cref="Broken"/>.</summary>
    public required DateOnly? LastBroken { get; init; }
}

/// <summary>Reads it for many reps in one statement, from the stamps, the open promises past their date and the encounters without an outcome.</summary>
internal sealed class RepNowQuery(TrustCoachDb db)
{
    private const string Sql = """
        select r.id as "RepId", coalesce(s.changed_by::text::bigint, 0) as "Stamp", coalesce(o.overdue, 0) as "Overdue", coalesce(o.unbooked, 0) as "Unbooked",
               coalesce(o.broken, 0) as "Broken", o.last_broken as "LastBroken",
               coalesce(e.open, 0) as "PlannedOpen", coalesce(e.open_before, 0) as "PlannedOpenBefore"
          from unnest(@reps) as r(id)
          left join rep_stamps s on s.organization_id = @organization and s.rep_id = r.id
          left join (
              select rep_id, count(*) filter (where closes_on > @today)::int as overdue,
                     count(*) filter (where closes_on <= @today and met)::int as unbooked,
                     count(*) filter (where closes_on between @from and @today and met)::int as broken,
                     max(closes_on) filter (where closes_on between @from and @today and met) as last_broken
                from (select rep_id, closes_on, condition is null or condition_met_at is not null as met from promises
                       where organization_id = @organization and rep_id = any(@reps) and state = 1 and direction = 1 and due_at < @now) p
               group by rep_id) o on o.rep_id = r.id
          left join (
              select rep_id, count(*) filter (where day >= @from)::int as open, count(*) filter (where day < @from)::int as open_before
                from touchpoints
               where organization_id = @organization and rep_id = any(@reps) and outcome = 0 and voided_at is null and happened_at < @now
                 and day >= @before and day < @today
               group by rep_id) e on e.rep_id = r.id
        """;

    public Task<List<RepNow>> RunAsync(IReadOnlyCollection<Guid> reps, CoachingPeriod period, DateTimeOffset now, CancellationToken cancellation) =>
        db.Database.SqlQueryRaw<RepNow>(
            Sql, new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid[]>("reps", [.. reps]),
            new NpgsqlParameter<DateOnly>("today", period.Today), new NpgsqlParameter<DateOnly>("from", period.From), new NpgsqlParameter<DateOnly>("before", period.BeforeFrom),
            new NpgsqlParameter<DateTimeOffset>("now", now.ToUniversalTime())).ToListAsync(cancellation);
}
