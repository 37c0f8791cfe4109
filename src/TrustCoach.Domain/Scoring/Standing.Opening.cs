namespace TrustCoach.Domain.Scoring;

public sealed partial class Standing
{
    /// <summary>How the relationship began; copied here so that a roll-up reads one table.</summary>
    public Climate Climate { get; private set; } = Climate.Cold;

    /// <summary>Whether a past vendor burned the customer.</summary>
    public bool Burned { get; private set; }

    /// <summary>True when the relationship has ended: it still speaks for the rep's reputation, no longer for what is at risk.</summary>
    public bool Ended { get; private set; }

    /// <summary>The version of the rules its sums were folded with.</summary>
    public int RulesVersion { get; private set; } = 1;

    public Opening Opening => new(Climate, Burned);

    public void Open(Opening opening) => (Climate, Burned) = (opening.Climate, opening.Burned);

    public void Follow(int rulesVersion) => RulesVersion = rulesVersion;

    public void End(bool ended) => Ended = ended;
}
