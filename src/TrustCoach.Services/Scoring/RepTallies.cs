using System.Globalization;
using Npgsql;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>Daily counters of many reps on their way into the database, where they are added to what is there.</summary>
internal sealed class RepTallies(Guid organizationId)
{
    private static readonly string[] Counters =
    [
        "touchpoints", "contact_only", "expectations_named", "missed", "met", "exceeded",
        "planned_closed", "confirmed", "confirmed_missed", "reported", "reported_missed",
        "promises_kept", "promises_kept_late", "promises_broken", "late", "exaggeration", "gossip", "lies",
    ];

    private static readonly string AddUp =
        "(organization_id, rep_id, day) do update set " + string.Join(", ", Counters.Select(c => $"{c} = t.{c} + excluded.{c}"));

    private static readonly string AddOne = $"""
        insert into rep_tallies as t (organization_id, rep_id, day, {string.Join(", ", Counters)})
        values ($1, $2, $3, {string.Join(", ", Counters.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 4}")))}) on conflict {AddUp}
        """;

    private readonly Dictionary<(Guid RepId, DateOnly Day), RepTally> _rows = [];

    /// <param name="sign">1 to add, -1 to take off.</param>
    public void Count(Touchpoint touchpoint, int sign) => Of(touchpoint.RepId, touchpoint.Day).Count(touchpoint, sign);

    /// <summary>Counts a turn of one of our promises; theirs are not a rep's doing.</summary>
    /// <param name="sign">1 to add, -1 to take off.</param>
    public void Count(Promise promise, PromiseTurn turn, int sign)
    {
        if (promise.Direction == Direction.Ours && turn.UndoneAt is null)
            Of(promise.RepId, turn.Day).Count(turn, sign);
    }

    /// <returns>The number of rows.</returns>
    public Task<int> WriteAsync(TrustCoachDb db, CancellationToken cancellation) => db.BulkInsertAsync(_rows.Values, cancellation, AddUp);

    /// <summary>Adds one day to what is there, in the caller's transaction. By Npgsql itself, because every log does it.</summary>
    public static async Task AddAsync(TrustCoachDb db, RepTally tally, CancellationToken cancellation)
    {
        await using var command = db.PlainCommand(AddOne,
        [
            new NpgsqlParameter<Guid> { TypedValue = tally.OrganizationId }, new NpgsqlParameter<Guid> { TypedValue = tally.RepId },
            new NpgsqlParameter<DateOnly> { TypedValue = tally.Day }, .. Counts(tally).Select(count => new NpgsqlParameter<int> { TypedValue = count }),
        ]);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // In the order of the counters.
    private static int[] Counts(RepTally t) =>
    [
        t.Touchpoints, t.ContactOnly, t.ExpectationsNamed, t.Missed, t.Met, t.Exceeded,
        t.PlannedClosed, t.Confirmed, t.ConfirmedMissed, t.Reported, t.ReportedMissed,
        t.PromisesKept, t.PromisesKeptLate, t.PromisesBroken, t.Late, t.Exaggeration, t.Gossip, t.Lies,
    ];

    private RepTally Of(Guid repId, DateOnly day) =>
        _rows.TryGetValue((repId, day), out var tally) ? tally : _rows[(repId, day)] = new RepTally(organizationId, repId, day);
}
