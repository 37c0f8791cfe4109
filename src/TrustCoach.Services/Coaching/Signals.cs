using TrustCoach.Domain.Coaching;

namespace TrustCoach.Services.Coaching;

/// <summary>The page "Signals": what keeps breaking, and how much of it is known.</summary>
/// <param name="Teams">Every team the manager coaches, by name.</param>
/// <param name="Steps">The weeks of the period, or its months where there are many; the oldest first.</param>
public sealed record Signals(
    IReadOnlyList<TeamChoice> Teams, TeamChoice Team, CoachingPeriod Period, int RepCount, TeamFigures Figures, IReadOnlyList<SignalStep> Steps,
    FewOf NearTheCliff, FewOf LatenessHabits, FewOf OneSided, FewOf Ended)
{
    /// <summary>The reps whom the manager coaches.</summary>
    public required IReadOnlySet<Guid> Coached { get; init; }

    /// <summary>Some of the team's reps are coached by whoever reads this, so that a lesson can be made out of what keeps breaking.</summary>
    public required bool ArrangesLessons { get; init; }

    /// <summary>Relationships that ended because trust was gone.</summary>
    public required int LostOnTrust { get; init; }

    /// <summary>Relationships in which enough went back and forth to say anything.</summary>
    public required int Exchanging { get; init; }

    /// <summary>Percent met by the reps' word less percent met by the customers'; null while either is too early to say.</summary>
    public required double? Gap { get; init; }

    /// <summary>All steps together.</summary>
    public SignalStep Sum { get; } = SignalStep.Of(Steps);
}

/// <summary>The first few of a list of relationships, and how many there are.</summary>
public sealed record FewOf(IReadOnlyList<RelationshipLine> Rows, int Total);

/// <summary>What broke and who told of outcomes in one stretch of a period.</summary>
public sealed record SignalStep
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required int Broken { get; init; }

    public required int Late { get; init; }

    public required int Exaggeration { get; init; }

    public required int Gossip { get; init; }

    public required int Lies { get; init; }

    public required int Missed { get; init; }

    /// <summary>Encounters with a verdict.</summary>
    public required int Judged { get; init; }

    /// <summary>Of these, those that the customer confirmed, and of those the missed ones.</summary>
    public required int Confirmed { get; init; }

    public required int ConfirmedMissed { get; init; }

    /// <summary>Those known by the rep's word alone, and of those the missed ones.</summary>
    public required int Reported { get; init; }

    public required int ReportedMissed { get; init; }

    public int Count(Breach breach) => breach switch
    {
        Breach.PromiseNotKept => Broken,
        Breach.Late => Late,
        Breach.Exaggeration => Exaggeration,
        Breach.Gossip => Gossip,
        Breach.Lie => Lies,
        _ => Missed,
    };

    internal static SignalStep Of(IReadOnlyList<SignalStep> steps) => new()
    {
        From = steps[0].From,
        To = steps[^1].To,
        Broken = steps.Sum(s => s.Broken),
        Late = steps.Sum(s => s.Late),
        Exaggeration = steps.Sum(s => s.Exaggeration),
        Gossip = steps.Sum(s => s.Gossip),
        Lies = steps.Sum(s => s.Lies),
        Missed = steps.Sum(s => s.Missed),
        Judged = steps.Sum(s => s.Judged),
        Confirmed = steps.Sum(s => s.Confirmed),
        ConfirmedMissed = steps.Sum(s => s.ConfirmedMissed),
        Reported = steps.Sum(s => s.Reported),
        ReportedMissed = steps.Sum(s => s.ReportedMissed),
    };
}
