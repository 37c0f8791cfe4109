namespace TrustCoach.Domain.Lab;

/// <summary>What an encounter pays to each side. The default, 5, 3, 1, 0, is that of Axelrod's tournaments (1980).</summary>
/// <param name="Temptation">To who cuts a corner while the other keeps their word.</param>
/// <param name="Reward">To each when both keep their word.</param>
/// <param name="Punishment">To each when neither does.</param>
/// <param name="Sucker">To who keeps their word and is let down.</param>
public readonly record struct Payoffs(double Temptation, double Reward, double Punishment, double Sucker)
{
    /// <summary>No payoff is above this, none below 0: shares of a population grow by ratios, which have no meaning below nothing.</summary>
    public const double Most = 100;

    public static Payoffs Default => new(5, 3, 1, 0);

    /// <summary>What somebody gets in one encounter.</summary>
    public double For(bool mine, bool theirs) => (mine, theirs) switch
    {
        (true, true) => Reward,
        (true, false) => Sucker,
        (false, true) => Temptation,
        (false, false) => Punishment,
    };

    /// <summary>What is wrong with these numbers; empty when they pose the dilemma: T &gt; R &gt; P &gt; S and 2R &gt; T + S.</summary>
    public IEnumerable<Problem> Problems()
    {
        foreach (var (name, value) in new[] { (nameof(Temptation), Temptation), (nameof(Reward), Reward), (nameof(Punishment), Punishment), (nameof(Sucker), Sucker) })
        {
            if (!(value >= 0 && value <= Most))
                yield return new(name, $"A payoff is a number from 0 to {Most}.");
        }

        if (!(Temptation > Reward))
            yield return new(nameof(Temptation), "Cutting a corner on somebody who keeps their word must pay more than keeping yours, or nobody is tempted.");
        if (!(Reward > Punishment))
            yield return new(nameof(Reward), "Both keeping their word must pay more than neither doing so.");
        if (!(Punishment > Sucker))
            yield return new(nameof(Punishment), "Neither keeping their word must pay more than being let down alone.");
        if (!(2 * Reward > Temptation + Sucker))
            yield return new(nameof(Reward), "Both keeping their word must pay more than letting each other down in turn: twice this must be more than the highest and the lowest together.");
    }

    /// <summary>
    /// How often a let-down may be forgiven so that a forgiving reciprocator earns most and still cannot be lived off:
    /// min(1 - (T - R)/(R - S), (R - P)/(T - P)) of Nowak and Sigmund (Nature 355, 1992); 1/3 for the default payoffs.
    /// </summary>
    public double Generosity => Math.Max(0, Math.Min(1 - ((Temptation - Reward) / (Reward - Sucker)), (Reward - Punishment) / (Temptation - Punishment)));
}
