using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Domain.Coaching;

/// <summary>What a rep's touchpoints and promises came to in one week, kept up to date with each of them so that no page has to count.</summary>
public sealed class RepTally : IInOrganization
{
    private RepTally() { }

    public RepTally(Guid organizationId, Guid repId, DateOnly week) => (OrganizationId, RepId, Week) = (organizationId, repId, week);

    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The Monday of the week, in the organization's zone.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Encounters logged, those without an outcome left out.</summary>
    public int Touchpoints { get; private set; }

    public int ContactOnly { get; private set; }

    /// <summary>Judged encounters whose expectation was written down.</summary>
    public int ExpectationsNamed { get; private set; }

    public int Missed { get; private set; }

    public int Met { get; private set; }

    public int Exceeded { get; private set; }

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
        if (touchpoint is { Expectation: not null, Outcome: Outcome.Missed or Outcome.Met or Outcome.Exceeded })
            ExpectationsNamed += sign;
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

    /// <summary>Adds one closing of one of our promises, or takes it off again with <paramref name="sign"/> -1. A promise only moved counts when it closes.</summary>
    public void Count(PromiseTurn turn, int sign) => _ = turn.Kind switch
    {
        PromiseTurnKind.Kept or PromiseTurnKind.Exceeded => PromisesKept += sign,
        PromiseTurnKind.KeptLate => PromisesKeptLate += sign,
        PromiseTurnKind.Broken or PromiseTurnKind.BrokenByClock => PromisesBroken += sign,
        _ => 0,
    };
}
