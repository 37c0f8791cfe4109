namespace TrustCoach.Domain.Scoring;

/// <summary>Which of the two scores.</summary>
public enum ScoreKind : short
{
    Credibility = 1,
    Trust = 2,
}

/// <summary>One relationship read on one day (scoring.md 4.2 to 4.6). Points are 0 to 100, unrounded.</summary>
public sealed record Reading
{
    /// <summary>C, points.</summary>
    public required double Credibility { get; init; }

    /// <summary>T under the ceiling, points.</summary>
    public required double Trust { get; init; }

    /// <summary>T before the ceiling, points.</summary>
    public required double RawTrust { get; init; }

    /// <summary>What trust cannot exceed, points; 100 without a lie.</summary>
    public required double Ceiling { get; init; }

    /// <summary>How much of the reading rests on recent evidence; 0 to below 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Half of the 80 % band of trust, points.</summary>
    public required double HalfBandTrust { get; init; }

    /// <summary>Half of the 80 % band of credibility, points.</summary>
    public required double HalfBandCredibility { get; init; }

    /// <summary>n: events with evidence.</summary>
    public required int Judged { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>P: chance that the next expectation is met; 0 to 1.</summary>
    public required double Forecast { get; init; }

    /// <summary>Too few events for a verdict.</summary>
    public required bool TooEarly { get; init; }

    /// <summary>Two or more of the last five outcomes were missed.</summary>
    public required bool TwoOfLastFiveMissed { get; init; }

    /// <summary>The next lateness would count twice or more.</summary>
    public required bool LatenessHabit { get; init; }

    /// <summary>Points of credibility that are still the allowance of the start.</summary>
    public required double StartShareCredibility { get; init; }

    /// <summary>Points of raw trust that are still the allowance of the start.</summary>
    public required double StartShareTrust { get; init; }
}

/// <summary>What a day and a history give before reputation and opening come in: the sums of scoring.md 4.2, faded to the day.</summary>
/// <param name="KeptC">G of credibility, units.</param>
/// <param name="MissedC">B of credibility, ordinary and integrity, units.</param>
/// <param name="KeptT">G of trust, units.</param>
/// <param name="MissedT">B of trust, ordinary and integrity, units.</param>
/// <param name="Ceiling">Points.</param>
/// <param name="EvidenceWeight">n_eff, events.</param>
/// <param name="ForecastKept">Gp, outcomes.</param>
/// <param name="ForecastMissed">Bp, outcomes.</param>
/// <param name="LateLoad">l, latenesses of earlier days.</param>
/// <param name="Judged">n, events.</param>
/// <param name="FirstDay">Day number of the first event with evidence.</param>
/// <param name="LastGraveLieDay">Day number of the last lie of severity 3.</param>
/// <param name="LastIntegrityDay">Day number of the last breach of severity 2 or 3.</param>
/// <param name="MissedOfLastFive">0 to 5.</param>
public readonly record struct Sums(
    double KeptC,
    double MissedC,
    double KeptT,
    double MissedT,
    double Ceiling,
    double EvidenceWeight,
    double ForecastKept,
    double ForecastMissed,
    double LateLoad,
    int Judged,
    int? FirstDay,
    int? LastGraveLieDay,
    int? LastIntegrityDay,
    int MissedOfLastFive);
