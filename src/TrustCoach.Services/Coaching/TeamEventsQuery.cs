using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>Which events: of a team or of one of its reps, of some kinds, of a period or of some days within it.</summary>
/// <param name="Days">30, 90 or 365.</param>
public sealed record TeamEventsAsked(Guid? TeamId, Guid? RepId, int? Days, IReadOnlyList<EvidenceKind> Kinds)
{
    /// <summary>Only what is known in this way.</summary>
    public EvidenceLevel? Level { get; init; }

    /// <summary>From this day on, where the period begins earlier.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this day, where the period ends later.</summary>
    public DateOnly? To { get; init; }

    public EvidenceCursor After { get; init; } = EvidenceCursor.Start;
}

/// <summary>One page of the events behind a number of a team.</summary>
/// <param name="Next">Where it goes on; null at the end.</param>
/// <param name="Held">So many more are being shown to their reps first.</param>
public sealed record TeamEvents(
    TeamChoice Team, RepName? Rep, CoachingPeriod Period, DateOnly From, DateOnly To, IReadOnlyList<EvidenceLine> Rows, EvidenceCursor? Next, int Held)
{
    public const int PageSize = 25;

    /// <summary>The reps whom the manager coaches.</summary>
    public required IReadOnlySet<Guid> Coached { get; init; }

    /// <summary>Only some days of the period are asked for.</summary>
    public bool IsPart => From > Period.From || To < Period.Today;
}

/// <summary>The sentences behind a number of a team, or of one of its reps, newest first: three statements.</summary>
public sealed class TeamEventsQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    /// <summary>The page; null when the team or the rep is none of the actor's.</summary>
    public async Task<TeamEvents?> RunAsync(Actor actor, TeamEventsAsked asked, CancellationToken cancellation)
    {
        if ((await db.ManagedTeamsAsync(actor, cancellation)).Pick(asked.TeamId, asked.RepId) is not { } team)
            return null;

        var now = clock.GetUtcNow();
        var period = CoachingPeriod.Of(asked.Days, actor.Today(now));
        var from = asked.From > period.From && asked.From <= period.Today ? asked.From.Value : period.From;
        var to = asked.To < period.Today && asked.To >= from ? asked.To.Value : period.Today;
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        Guid[] reps = asked.RepId is { } one ? [one] : [.. team.Reps.Select(r => r.Id)];
        var after = asked.After == EvidenceCursor.Start ? new EvidenceCursor(to, Guid.Empty) : asked.After;
        var rows = await new EvidenceLinesQuery(db).RunAsync(
            new EvidenceFilter(reps, from, to, asked.Kinds, RecordReader.Of(actor, now), Level: asked.Level), book, after, TeamEvents.PageSize + 1, cancellation);
        var shown = rows.Take(TeamEvents.PageSize).ToList();
        return new TeamEvents(
            team.Choice, team.Own.Find(r => r.Id == asked.RepId), period, from, to, shown,
            rows.Count > shown.Count ? new EvidenceCursor(shown[^1].Day, shown[^1].Id) : null,
            (await new HeldBackQuery(db).RunAsync(actor, reps, now, cancellation)).Count(asked.Kinds, from, to, asked.Level))
        {
            Coached = team.Coached,
        };
    }
}
