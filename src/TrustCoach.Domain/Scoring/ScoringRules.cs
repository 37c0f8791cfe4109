using System.Text.Json.Serialization;

namespace TrustCoach.Domain.Scoring;

/// <summary>One number for each severity 1, 2 and 3.</summary>
public readonly record struct BySeverity(double Mild, double Normal, double Severe)
{
    /// <summary>The number for a severity; anything outside 1 to 3 counts as the nearest.</summary>
    [JsonIgnore]
    public double this[int severity] => severity <= 1 ? Mild : severity == 2 ? Normal : Severe;
}

/// <summary>How one of the two scores starts, weighs and fades (scoring.md 4.2).</summary>
/// <param name="Prior">kappa: weight of the start, in kept encounters; above 0.</param>
/// <param name="Start">m at reputation 0, cold opening; 0 to 1.</param>
/// <param name="ReputationGain">What reputation 1 adds to the start; 0 to 1.</param>
/// <param name="LossRatio">lambda: what a missed unit weighs against a kept one.</param>
/// <param name="HalfLife">Days until kept and ordinary missed evidence counts half.</param>
/// <param name="ClimateShare">The share of the climate's shift that this score's start takes; 0 to 1.</param>
public sealed record ScoreRules(
    double Prior, double Start, double ReputationGain, double LossRatio, int HalfLife, double ClimateShare);

/// <summary>What each kind of event weighs, in units where one met expectation is 1 (scoring.md 4.1).</summary>
public sealed record UnitRules
{
    public double Met { get; init; } = 1.0;
    public double Exceeded { get; init; } = 1.2;

    /// <summary>Kept units of the first renegotiation of a promise, and missed units of every further one.</summary>
    public double Renegotiated { get; init; } = 0.25;
    public BySeverity Missed { get; init; } = new(0.5, 1, 2);
    public BySeverity PromiseBroken { get; init; } = new(1, 2, 4);

    /// <summary>Missed units of one lateness before its multiplier.</summary>
    public double Late { get; init; } = 0.5;

    /// <summary>Gossip and exaggeration.</summary>
    public BySeverity Gossip { get; init; } = new(1, 2, 4);
    public BySeverity Lie { get; init; } = new(3, 6, 12);
    public double SelfReported { get; init; } = 0.8;
    public double Witnessed { get; init; } = 1.0;
    public double CustomerConfirmed { get; init; } = 1.2;
}

/// <summary>What an apology, a make-good or owning up takes off an ordinary miss, as a share of it (scoring.md 4.1).</summary>
public sealed record RepairRules
{
    public double Apology { get; init; } = 0.25;
    public double MakeGood { get; init; } = 0.25;
    public double OwnedUp { get; init; } = 0.20;

    /// <summary>Days after the miss in which a repair counts.</summary>
    public int WithinDays { get; init; } = 14;
}

/// <summary>The ceiling on trust after a lie (scoring.md 4.3).</summary>
public sealed record CeilingRules
{
    /// <summary>K0: the ceiling on the day of the lie, in points.</summary>
    public BySeverity AtOnce { get; init; } = new(70, 50, 25);

    /// <summary>K1: what it can rise to, in points.</summary>
    public BySeverity AtMost { get; init; } = new(95, 85, 60);

    /// <summary>Kept units that lift the ceiling half of the way.</summary>
    public double HalfWay { get; init; } = 12;

    /// <summary>What a kept unit counts before the lie is acknowledged.</summary>
    public double BeforeAcknowledged { get; init; } = 0.5;
}

/// <summary>The conditions of the stages and flags (scoring.md 4.6). Points, counts and days.</summary>
public sealed record StageRules
{
    public double BrokenCredibility { get; init; } = 25;
    public double BrokenTrust { get; init; } = 10;
    public int GraveLieDays { get; init; } = 360;
    public double AtRiskCredibility { get; init; } = 50;

    /// <summary>The same with two judged events only.</summary>
    public double AtRiskCredibilityOfTwo { get; init; } = 30;
    public int IntegrityDays { get; init; } = 180;
    public int TrustedEvents { get; init; } = 12;
    public int TrustedDays { get; init; } = 90;
    public double TrustedCredibility { get; init; } = 70;
    public double TrustedTrust { get; init; } = 65;
    public double CredibleCredibility { get; init; } = 70;
    public double DoubtCredibility { get; init; } = 45;

    /// <summary>Judged events from which a verdict is given; fewer are too early to say.</summary>
    public int EnoughEvents { get; init; } = 3;

    /// <summary>Misses among the last five that raise a flag.</summary>
    public int MissedOfLastFive { get; init; } = 2;

    /// <summary>Lateness multiplier from which lateness is a habit.</summary>
    public double LatenessHabit { get; init; } = 2;
}

/// <summary>Reputation, forecast, confidence and roll-up (scoring.md 4.5).</summary>
public sealed record ReputationRules
{
    /// <summary>Reputation of a team nobody knows; 0 to 1.</summary>
    public double Team { get; init; } = 0.5;

    /// <summary>Weight of the team in a rep's reputation, in outcomes.</summary>
    public double TeamWeight { get; init; } = 4;

    /// <summary>Outcomes with one customer that count in full; beyond, the customer is scaled down to this.</summary>
    public double MostOfOneCustomer { get; init; } = 8;

    /// <summary>Weight of the reputation in a forecast, in outcomes.</summary>
    public double ForecastPrior { get; init; } = 3;

    /// <summary>Weight at which confidence is one half, in events.</summary>
    public double ConfidencePrior { get; init; } = 10;

    /// <summary>Weight of the team in a rep's roll-up, in confidences.</summary>
    public double RollUpWeight { get; init; } = 3;

    /// <summary>Sum of confidences from which a rep may be ranked.</summary>
    public double RankedFrom { get; init; } = 1;

    /// <summary>Standard deviations of half a band of 80 %.</summary>
    public double Band { get; init; } = 1.2816;
}

/// <summary>Give and take (scoring.md 4.7).</summary>
public sealed record ReciprocityRules
{
    public double Prior { get; init; } = 2;
    public double Enough { get; init; } = 4;
    public double Altruist { get; init; } = 0.5;
    public double Cheater { get; init; } = -0.5;
    public int HalfLife { get; init; } = 180;
}

/// <summary>Readings per trait (scoring.md, Traits).</summary>
public sealed record TraitRules
{
    public double Prior { get; init; } = 2;
    public double LossRatio { get; init; } = 2;
    public int HalfLife { get; init; } = 180;
    public int EnoughEvents { get; init; } = 3;

    /// <summary>Kept units of accountability for an apology, a make-good or owning up.</summary>
    public double Accountability { get; init; } = 0.5;
}

/// <summary>What each climate adds to the start of credibility (scoring.md 4.1).</summary>
public sealed record ClimateRules
{
    public double Cold { get; init; }
    public double Inbound { get; init; } = 0.05;
    public double Referral { get; init; } = 0.10;
    public double Existing { get; init; } = 0.10;
    public double Burned { get; init; } = -0.05;

    /// <summary>The shift of an opening.</summary>
    public double Shift(Opening opening) => (opening.Climate switch
    {
        Climate.Inbound => Inbound,
        Climate.Referral => Referral,
        Climate.Existing => Existing,
        _ => Cold,
    }) + (opening.Burned ? Burned : 0);
}

/// <summary>Every constant of the scoring model (scoring.md 4); a versioned document of an organization.</summary>
public sealed record ScoringRules
{
    /// <summary>The constants that travel: fitted on public data, see scoring.md.</summary>
    public static ScoringRules Default { get; } = new();

    public ScoreRules Credibility { get; init; } = new(2, 0.20, 0.30, 2, 180, 1.0);
    public ScoreRules Trust { get; init; } = new(10, 0.10, 0.20, 3, 360, 0.5);

    /// <summary>Days until a lie, gossip or exaggeration counts half, in both scores.</summary>
    public int IntegrityHalfLife { get; init; } = 720;

    /// <summary>Days until one lateness counts half in the next one's multiplier.</summary>
    public int LatenessHalfLife { get; init; } = 60;

    /// <summary>The lateness multiplier never exceeds this.</summary>
    public double LatenessMost { get; init; } = 4;

    /// <summary>Days until an event counts half in the confidence.</summary>
    public int EvidenceHalfLife { get; init; } = 360;

    /// <summary>Days until an outcome counts half in forecast and reputation.</summary>
    public int ForecastHalfLife { get; init; } = 180;

    /// <summary>Kept units that trust takes from one day at most.</summary>
    public double DayCap { get; init; } = 1.5;

    /// <summary>Days after its due day on which an open promise is broken by the clock.</summary>
    public int GraceDays { get; init; } = 7;

    public UnitRules Units { get; init; } = new();
    public RepairRules Repair { get; init; } = new();
    public CeilingRules Ceiling { get; init; } = new();
    public ClimateRules Climate { get; init; } = new();
    public StageRules Stages { get; init; } = new();
    public ReputationRules Reputation { get; init; } = new();
    public ReciprocityRules Reciprocity { get; init; } = new();
    public TraitRules Traits { get; init; } = new();
}
