namespace TrustCoach.Domain.Scoring;

/// <summary>A lie that holds trust under a ceiling (scoring.md 4.3). Replaced as a whole when something about it changes, so that storage sees it.</summary>
public sealed record Lie
{
    /// <summary>The evidence it is.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>1 well meant, 2 self-serving, 3 material.</summary>
    public required int Severity { get; init; }

    /// <summary>Day number of the lie.</summary>
    public required int Day { get; init; }

    /// <summary>n: kept units since, not faded; those up to the acknowledgement counted at half.</summary>
    public double KeptSince { get; init; }

    /// <summary>Day number of the first apology for it; null until then.</summary>
    public int? AcknowledgedDay { get; init; }

    /// <summary>The ceiling it sets on trust, in points.</summary>
    public double Ceiling(CeilingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var atOnce = rules.AtOnce[Severity];
        return atOnce + ((rules.AtMost[Severity] - atOnce) * (1 - Math.Pow(2, -KeptSince / rules.HalfWay)));
    }
}
