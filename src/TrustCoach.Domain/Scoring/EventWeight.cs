namespace TrustCoach.Domain.Scoring;

/// <summary>
/// What one event weighs in one score on a day, factor by factor, so that it can be redone by hand (scoring.md 4.1 and 4.2):
/// kept = units * level * day share * fading; missed = units * left * fading.
/// </summary>
public sealed record EventWeight
{
    public required Evidence Event { get; init; }

    /// <summary>Kept units before the evidence level; 0 for a miss.</summary>
    public required double Kept { get; init; }

    /// <summary>What a kept unit counts by how it is known.</summary>
    public required double Level { get; init; }

    /// <summary>k: the share of a day's kept units that trust takes; 1 for credibility.</summary>
    public required double DayShare { get; init; }

    /// <summary>Missed units, lateness included; 0 for what was kept.</summary>
    public required double Missed { get; init; }

    /// <summary>m: how many times its weight this lateness counts; 1 for anything else.</summary>
    public required double Lateness { get; init; }

    /// <summary>r: what owning up and repairs have left of a miss, 0 to 1.</summary>
    public required double Left { get; init; }

    /// <summary>For a repair that took effect: the miss it answers.</summary>
    public required Guid? Repaired { get; init; }

    /// <summary>The promise had been renegotiated before.</summary>
    public required bool Again { get; init; }

    /// <summary>Days until it counts half.</summary>
    public required int HalfLife { get; init; }

    /// <summary>What is left of it on the day of reading, 0 to 1.</summary>
    public required double Fading { get; init; }

    /// <summary>Day number on which it counts half of what it did on its own day.</summary>
    public int HalfOn => Event.Day + HalfLife;

    /// <summary>Kept units on the day of reading.</summary>
    public double KeptNow => Kept * Level * DayShare * Fading;

    /// <summary>Missed units on the day of reading, before the loss ratio.</summary>
    public double MissedNow => Missed * Left * Fading;

    /// <summary>Every event up to a day, by id. Their sums are G and B of the score.</summary>
    public static Dictionary<Guid, EventWeight> Of(ReadOnlySpan<Evidence> evidence, int day, ScoringRules rules, ScoreKind kind)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var all = Weighed.All(evidence, day, rules);
        var caps = kind == ScoreKind.Trust ? ClosedForm.DayCaps(all, rules) : [];
        var ordinary = kind == ScoreKind.Trust ? rules.Trust.HalfLife : rules.Credibility.HalfLife;
        return all.ToDictionary(e => e.Event.Id, e => new EventWeight
        {
            Event = e.Event,
            Kept = Units.Kept(e.Event, e.Again, rules.Units),
            Level = Units.Level(e.Event.Level, rules.Units),
            DayShare = caps.GetValueOrDefault(e.Day, 1),
            Missed = e.Missed,
            Lateness = Units.IsLate(e.Event.Kind) ? e.Missed / rules.Units.Late : 1,
            Left = e.Left,
            Repaired = e.Repaired?.Event.Id,
            Again = e.Again,
            HalfLife = e.IsIntegrity ? rules.IntegrityHalfLife : ordinary,
            Fading = Math.Pow(2, -(double)(day - e.Day) / (e.IsIntegrity ? rules.IntegrityHalfLife : ordinary)),
        });
    }
}
