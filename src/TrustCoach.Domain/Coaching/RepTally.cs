using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Domain.Coaching;

/// <summary>What a rep's touchpoints and promises came to on one day, kept up to date with each of them so that no page has to count.</summary>
public sealed class RepTally : IInOrganization
{
    private RepTally() { }

    public RepTally(Guid organizationId, Guid repId, DateOnly day) => (OrganizationId, RepId, Day) = (organizationId, repId, day);

    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The day, in the organization's zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Encounters logged, those without an outcome left out.</summary>
    public int Touchpoints { get; private set; }

    public int ContactOnly { get; private set; }

    /// <summary>Judged encounters whose expectation was written down.</summary>
    public int ExpectationsNamed { get; private set; }

    public int Missed { get; private set; }

    public int Met { get; private set; }

    public int Exceeded { get; private set; }

    /// <summary>Encounters written down before they happened that have an outcome; those without are counted where they are shown, because the clock makes them.</summary>
    public int PlannedClosed { get; private set; }

    /// <summary>Judged encounters whose outcome the customer confirmed.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Of <see cref="Confirmed"/>, the expectations missed.</summary>
    public int ConfirmedMissed { get; private set; }

    /// <summary>Judged encounters known by the rep's word alone.</summary>
    public int Reported { get; private set; }

    /// <summary>Of <see cref="Reported"/>, the expectations missed.</summary>
    public int ReportedMissed { get; private set; }

    /// <summary>Our promises kept in time, exceeded ones included.</summary>
    public int PromisesKept { get; private set; }

    public int PromisesKeptLate { get; private set; }

    public int PromisesBroken { get; private set; }

    public int Late { get; private set; }

    public int Exaggeration { get; private set; }

    public int Gossip { get; private set; }

    public int Lies { get; private set; }

    /// <summary>Adds a touchpoint's share, or takes it off again with <paramref name="sign"/> -1.</summary>
    public void Count(Touchpoint touchpoint, int sign)
    {
        if (touchpoint.VoidedAt is not null)
            return;
        Touchpoints += touchpoint.Outcome == Outcome.Pending ? 0 : sign;
        ContactOnly += touchpoint.Outcome == Outcome.Courtesy ? sign : 0;
        Missed += touchpoint.Outcome == Outcome.Missed ? sign : 0;
        Met += touchpoint.Outcome == Outcome.Met ? sign : 0;
        Exceeded += touchpoint.Outcome == Outcome.Exceeded ? sign : 0;
        PlannedClosed += touchpoint.Planned && touchpoint.Outcome != Outcome.Pending ? sign : 0;
        if (touchpoint.Outcome is Outcome.Missed or Outcome.Met or Outcome.Exceeded)
            CountJudged(touchpoint, sign);
        foreach (var breaker in touchpoint.Breakers)
        {
            _ = breaker.Kind switch
            {
                BreakerKind.Late => Late += sign,
                BreakerKind.Exaggeration => Exaggeration += sign,
                BreakerKind.Gossip => Gossip += sign,
                BreakerKind.Lie => Lies += sign,
                _ => PromisesBroken += sign,
            };
        }
    }

    private void CountJudged(Touchpoint touchpoint, int sign)
    {
        var missed = touchpoint.Outcome == Outcome.Missed ? sign : 0;
        ExpectationsNamed += touchpoint.Expectation is null ? 0 : sign;
        if (touchpoint.Level == EvidenceLevel.CustomerConfirmed)
            (Confirmed, ConfirmedMissed) = (Confirmed + sign, ConfirmedMissed + missed);
        else if (touchpoint.Level == EvidenceLevel.SelfReported)
            (Reported, ReportedMissed) = (Reported + sign, ReportedMissed + missed);
    }

    /// <summary>Adds one closing of one of our promises, or takes it off again with <paramref name="sign"/> -1. A promise only moved counts when it closes.</summary>
    public void Count(PromiseTurn turn, int sign) => _ = turn.Kind switch
    {
        PromiseTurnKind.Kept or PromiseTurnKind.Exceeded => PromisesKept += sign,
        PromiseTurnKind.KeptLate => PromisesKeptLate += sign,
        PromiseTurnKind.Broken or PromiseTurnKind.BrokenByClock => PromisesBroken += sign,
        _ => 0,
    };
}
