namespace TrustCoach.Domain.Scoring;

/// <summary>Outcomes of one relationship, faded to a day: Gp and Bp of scoring.md 4.5.</summary>
/// <param name="Kept">Kept outcomes, each 1 when fresh.</param>
/// <param name="Missed">Missed outcomes, each 1 when fresh.</param>
public readonly record struct Outcomes(double Kept, double Missed)
{
    /// <summary>The outcomes of a standing on a day.</summary>
    public static Outcomes Of(Standing standing, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rules);
        var factor = Fading.Of(rules.ForecastHalfLife).ToDay(day);
        return new Outcomes(standing.ForecastKept * factor, standing.ForecastMissed * factor);
    }
}

/// <summary>
/// What a rep's relationships say together (scoring.md 4.5). Add every relationship once, take one out to know
/// the reputation it starts from.
/// </summary>
/// <param name="Kept">sum of f * Gp.</param>
/// <param name="Weight">sum of f * (Gp + Bp).</param>
public readonly record struct Reputation(double Kept, double Weight)
{
    /// <summary>With one more relationship; a big one counts for <see cref="ReputationRules.MostOfOneCustomer"/> outcomes only.</summary>
    public Reputation Plus(Outcomes outcomes, ScoringRules rules) => Add(outcomes, rules, 1);

    /// <summary>Without a relationship that was added.</summary>
    public Reputation Minus(Outcomes outcomes, ScoringRules rules) => Add(outcomes, rules, -1);

    /// <summary>rho, between 0 and 1.</summary>
    /// <param name="team">Reputation of the team, 0 to 1.</param>
    public double Rho(double team, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var prior = rules.Reputation.TeamWeight;
        // Taking a relationship out again can leave a hair below nothing.
        return Math.Clamp((Math.Max(Kept, 0) + (prior * team)) / (Math.Max(Weight, 0) + prior), 0, 1);
    }

    /// <summary>P: chance that the next expectation is met, 0 to 1.</summary>
    /// <param name="expected">pi, 0 to 1: the reputation, or what <see cref="WithStrictness"/> makes of it.</param>
    public static double Forecast(Outcomes outcomes, double expected, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var prior = rules.Reputation.ForecastPrior;
        return (outcomes.Kept + (prior * expected)) / (outcomes.Kept + outcomes.Missed + prior);
    }

    /// <summary>pi when the customer rates: the reputation, moved by how this customer judges against all.</summary>
    /// <param name="rho">The rep's reputation, 0 to 1.</param>
    /// <param name="customer">Outcomes of this customer with all reps.</param>
    /// <param name="all">Share of outcomes that all customers call met, between 0 and 1.</param>
    public static double WithStrictness(double rho, Outcomes customer, double all, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var prior = rules.Reputation.TeamWeight;
        var own = (customer.Kept + (prior * all)) / (customer.Kept + customer.Missed + prior);
        return 1 / (1 + Math.Exp(-(Logit(rho) + Logit(own) - Logit(all))));
    }

    private static double Logit(double share)
    {
        share = Math.Clamp(share, 1e-9, 1 - 1e-9);
        return Math.Log(share / (1 - share));
    }

    private Reputation Add(Outcomes outcomes, ScoringRules rules, int sign)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var total = outcomes.Kept + outcomes.Missed;
        var most = rules.Reputation.MostOfOneCustomer;
        var scale = total > most ? sign * most / total : sign;
        return new Reputation(Kept + (scale * outcomes.Kept), Weight + (scale * total));
    }
}

/// <summary>One of the two scores over many relationships, weighed by confidence (scoring.md 4.5).</summary>
/// <param name="Weighted">sum of confidence * points.</param>
/// <param name="Confidence">sum of confidence.</param>
public readonly record struct RollUp(double Weighted, double Confidence)
{
    /// <summary>With one more relationship.</summary>
    public RollUp Plus(double points, double confidence) => new(Weighted + (confidence * points), Confidence + confidence);

    /// <summary>With all relationships of another roll-up.</summary>
    public RollUp Plus(RollUp other) => new(Weighted + other.Weighted, Confidence + other.Confidence);

    /// <summary>The team's points: the mean by confidence; the start at reputation one half when nothing is known.</summary>
    public double Team(ScoreRules score, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Confidence > 0 ? Weighted / Confidence : 100 * ScoreReader.Start(score, rules.Reputation.Team, 0);
    }

    /// <summary>The rep's points: the relationships, with the team's points for the little that is known.</summary>
    public double Rep(double team, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var prior = rules.Reputation.RollUpWeight;
        return (Weighted + (prior * team)) / (Confidence + prior);
    }

    /// <summary>
    /// Half of the 80 % band of a roll-up, points: the bands of the relationships put together as independent of each other, the share
    /// that the team's points have taken as known.
    /// </summary>
    /// <param name="variance">Sum of squared confidence times the variance of each relationship's points.</param>
    /// <param name="prior">Weight of the team in it: <see cref="ReputationRules.RollUpWeight"/> for a rep, 0 for the team itself.</param>
    public double HalfBand(double variance, double prior, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Confidence + prior > 0 ? rules.Reputation.Band * Math.Sqrt(variance) / (Confidence + prior) : 0;
    }

    /// <summary>Enough is known to rank the rep.</summary>
    public bool Ranked(ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Confidence >= rules.Reputation.RankedFrom;
    }
}
