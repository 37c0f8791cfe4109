using System.Globalization;

namespace TrustCoach.Domain.Scoring;

/// <summary>The rule by which an event weighs what it weighs, in words and figures (scoring.md 4.1).</summary>
public static class RuleSentence
{
    /// <summary>'A met expectation counts 1, self-reported × 0.8.'</summary>
    public static string Of(EventWeight weight, ScoringRules rules, ScoreKind score, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(culture);
        string N(double number) => number.ToString("0.##", culture);
        if (Units.IsRepair(weight.Event.Kind))
            return Repair(weight, rules, culture);
        var text = weight.Missed > 0
            ? $"{Name(weight)} counts {N(weight.Missed / weight.Lateness)} missed{Lateness(weight, N)}{Left(weight, N)}; a missed unit weighs {N(LossRatio(rules, score))} kept ones."
            : $"{Name(weight)} counts {N(weight.Kept)}, {Level(weight.Event.Level)} × {N(weight.Level)}{DayShare(weight, rules, N)}.";
        return weight.Event.Kind == EvidenceKind.Lie && score == ScoreKind.Trust
            ? text + " It also sets a ceiling that only kept expectations lift."
            : text;
    }

    private static string Name(EventWeight weight)
    {
        var severity = weight.Event.Severity switch { <= 1 => "mild", 2 => "normal", _ => "severe" };
        return weight.Event.Kind switch
        {
            EvidenceKind.Met => "A met expectation",
            EvidenceKind.Exceeded => "An exceeded expectation",
            EvidenceKind.Missed => $"A {severity} miss",
            EvidenceKind.PromiseKept => "A kept promise",
            EvidenceKind.PromiseExceeded => "A promise more than kept",
            EvidenceKind.PromiseLate => "A promise kept late",
            EvidenceKind.PromiseBroken => $"A broken promise, {severity},",
            EvidenceKind.PromiseRenegotiated when weight.Again => "A promise moved once more",
            EvidenceKind.PromiseRenegotiated => "A promise moved in time",
            EvidenceKind.Late => "A lateness",
            EvidenceKind.Gossip => $"Gossip, {severity},",
            EvidenceKind.Exaggeration => $"An exaggeration, {severity},",
            _ => weight.Event.Severity switch { <= 1 => "A well-meant lie", 2 => "A self-serving lie", _ => "A material lie" },
        };
    }

    private static string Level(EvidenceLevel level) => level switch
    {
        EvidenceLevel.CustomerConfirmed => "customer-confirmed",
        EvidenceLevel.Witnessed => "witnessed",
        _ => "self-reported",
    };

    private static string Lateness(EventWeight weight, Func<double, string> number) =>
        weight.Lateness > 1 ? $" × {number(weight.Lateness)} because it was not the first lately" : "";

    private static string Left(EventWeight weight, Func<double, string> number) =>
        weight.Left < 1 ? $" × {number(weight.Left)} after {(weight.Event.OwnedUp ? "owning up" : "what was done about it")}" : "";

    private static string DayShare(EventWeight weight, ScoringRules rules, Func<double, string> number) =>
        weight.DayShare < 1 ? $" × {number(weight.DayShare)} because trust takes at most {number(rules.DayCap)} from one day" : "";

    private static double LossRatio(ScoringRules rules, ScoreKind score) => score == ScoreKind.Trust ? rules.Trust.LossRatio : rules.Credibility.LossRatio;

    private static string Repair(EventWeight weight, ScoringRules rules, CultureInfo culture)
    {
        var (what, share) = weight.Event.Kind == EvidenceKind.Apology ? ("An apology", rules.Repair.Apology) : ("Making good", rules.Repair.MakeGood);
        return weight.Repaired is null
            ? $"{what} takes nothing off here: it counts once for an ordinary miss within {rules.Repair.WithinDays} days, never for a lie, gossip or exaggeration."
            : $"{what} takes {(100 * share).ToString("0.##", culture)} % off the miss it answers.";
    }
}
