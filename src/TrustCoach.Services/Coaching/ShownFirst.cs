using Npgsql;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>Who reads a rep's record, and when.</summary>
public sealed record RecordReader(Guid PersonId, DateTimeOffset Now, TimeZoneInfo Zone)
{
    public static RecordReader Of(Actor actor, DateTimeOffset now) => new(actor.PersonId, now, actor.OrganizationZone);
}

/// <summary>
/// The rule by which a change is shown to the rep before a manager reads its sentence: what others, or the clock, changed on a record is
/// left out until the rep has read it or a day has gone by. Not for the rep, and not for who changed it.
/// </summary>
internal static class ShownFirst
{
    /// <summary>True for a row "e" (rep_id, news_at, news_by) that its rep has first; "seen" is the rep's row of record_seen, or none.</summary>
    public const string Held = """
        coalesce(e.news_at > greatest(@held_after, coalesce(seen.seen_up_to, '-infinity')) and e.rep_id <> @reader and e.news_by is distinct from @reader, false)
        """;

    /// <summary>The rows "e" and "seen" of a promise "p" that the clock has broken and no job has booked: it can be read from the start of that day.</summary>
    public const string ByClock = """
        cross join lateral (select p.rep_id, p.closes_on::timestamp at time zone @zone as news_at, null::uuid as news_by) e
        left join record_seen seen on seen.organization_id = @organization and seen.person_id = p.rep_id
        """;

    /// <summary>Of <see cref="Held"/>; <see cref="ByClock"/> asks for the organization's "zone" besides.</summary>
    public static List<NpgsqlParameter> Parameters(RecordReader reader) =>
    [
        new NpgsqlParameter<Guid>("reader", reader.PersonId),
        new NpgsqlParameter<DateTimeOffset>("held_after", (reader.Now - RecordSeen.First).ToUniversalTime()),
    ];
}
