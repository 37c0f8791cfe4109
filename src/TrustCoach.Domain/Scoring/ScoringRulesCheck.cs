using System.Globalization;
using TrustCoach.Domain.Rules;

namespace TrustCoach.Domain.Scoring;

/// <summary>
/// What rules must fulfil so that the model's promises hold (scoring.md 5): scores between 0 and 100, more severe never better, ceilings
/// that only rise, sums that fit. What each constant may be alone, <see cref="RuleSettings"/> says; what they may be together stands here.
/// </summary>
public static class ScoringRulesCheck
{
    private static readonly string[] Degrees = [nameof(BySeverity.Mild), nameof(BySeverity.Normal), nameof(BySeverity.Severe)];

    /// <summary>Everything wrong with a set of rules; empty when it can be published. Fields are paths such as "Units.Lie.Severe".</summary>
    public static IEnumerable<Problem> Problems(ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var values = RuleSettings.ValuesOf(rules);
        var alone = RuleSettings.All.Where(setting => OutOfRange(setting, values[setting.Path]) is not null)
            .ToDictionary(setting => setting.Path, setting => OutOfRange(setting, values[setting.Path])!);
        // A number that is wrong alone is not told again for what it does to others.
        return alone.Values.Concat(Together(rules).Where(problem => !alone.ContainsKey(problem.Field)));
    }

    /// <summary>What is wrong with one constant alone; null when it is within its range.</summary>
    public static Problem? OutOfRange(RuleSetting setting, double value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (!(value >= setting.Least && value <= setting.Most))
            return new Problem(setting.Path, $"Must lie between {Text(setting.Least)} and {Text(setting.Most)}.");
        return setting.IsWhole && value != Math.Floor(value) ? new Problem(setting.Path, "Must be a whole number.") : null;
    }

    private static IEnumerable<Problem> Together(ScoringRules rules) =>
        Starts("Credibility", rules.Credibility, rules.Climate).Concat(Starts("Trust", rules.Trust, rules.Climate))
            .Concat(UnitsOf(rules.Units)).Concat(RepairsOf(rules.Repair)).Concat(CeilingsOf(rules.Ceiling))
            .Concat(StagesOf(rules)).Concat(Balance(rules.Reciprocity));

    // A start of 0 or 100 would be a verdict before anything happened.
    private static IEnumerable<Problem> Starts(string name, ScoreRules score, ClimateRules climate)
    {
        double[] shifts = [climate.Cold, climate.Inbound, climate.Referral, climate.Existing];
        var (lowest, highest) = (shifts.Min() + Math.Min(climate.Burned, 0), shifts.Max() + Math.Max(climate.Burned, 0));
        var (least, most) = (score.Start + (score.ClimateShare * lowest), score.Start + score.ReputationGain + (score.ClimateShare * highest));
        if (!(least >= 0.01 - 1e-9))
            yield return new($"{name}.Start", $"With the hardest opening it would start at {Text(100 * least)}. Raise it, or soften the openings: it must stay above 1.");
        if (!(most <= 0.99 + 1e-9))
            yield return new($"{name}.ReputationGain", $"With the best opening and reputation it would start at {Text(100 * most)}. Together they must stay below 99.");
    }

    private static IEnumerable<Problem> UnitsOf(UnitRules units) =>
    [
        .. Rising("Units.Missed", units.Missed), .. Rising("Units.PromiseBroken", units.PromiseBroken),
        .. Rising("Units.Gossip", units.Gossip), .. Rising("Units.Lie", units.Lie),
        .. Not(units.Exceeded < units.Met, "Units.Exceeded", $"Must be at least what a kept one counts ({Text(units.Met)})."),
        .. Not(units.Renegotiated > units.Met, "Units.Renegotiated", $"Must be at most what a kept one counts ({Text(units.Met)})."),
        .. Not(units.Late > units.PromiseBroken.Normal, "Units.Late", $"Must be at most what a broken promise counts ({Text(units.PromiseBroken.Normal)}): late is better than never."),
        .. Not(units.SelfReported > units.Witnessed, "Units.SelfReported", $"Must be at most what a witnessed event counts ({Text(units.Witnessed)})."),
        .. Not(units.CustomerConfirmed < units.Witnessed, "Units.CustomerConfirmed", $"Must be at least what a witnessed event counts ({Text(units.Witnessed)})."),
    ];

    private static IEnumerable<Problem> RepairsOf(RepairRules repair)
    {
        var all = repair.Apology + repair.MakeGood + repair.OwnedUp;
        return Not(all > 1 + 1e-9, "Repair.Apology", $"Apology, make-good and owning up together take off {Text(100 * all)} %: at most the whole miss, 100 %.");
    }

    private static IEnumerable<Problem> CeilingsOf(CeilingRules ceiling) =>
    [
        .. Falling("Ceiling.AtOnce", ceiling.AtOnce), .. Falling("Ceiling.AtMost", ceiling.AtMost),
        .. Degrees.SelectMany((degree, i) => Not(
            ceiling.AtOnce[i + 1] > ceiling.AtMost[i + 1], $"Ceiling.AtOnce.{degree}", $"Must be at most its highest ceiling ({Text(ceiling.AtMost[i + 1])}): a ceiling only rises.")),
    ];

    private static IEnumerable<Problem> StagesOf(ScoringRules rules)
    {
        var stages = rules.Stages;
        return
        [
            .. Not(stages.BrokenCredibility > stages.AtRiskCredibility, "Stages.BrokenCredibility", $"Must be at most the limit of 'at risk' ({Text(stages.AtRiskCredibility)})."),
            .. Not(stages.BrokenTrust > stages.TrustedTrust, "Stages.BrokenTrust", $"Must be at most the limit of 'trusted' ({Text(stages.TrustedTrust)})."),
            .. Not(stages.AtRiskCredibilityOfTwo > stages.AtRiskCredibility, "Stages.AtRiskCredibilityOfTwo", $"Must be at most the limit of 'at risk' ({Text(stages.AtRiskCredibility)}): with less evidence one is slower to warn."),
            .. Not(stages.CredibleCredibility < stages.AtRiskCredibility, "Stages.CredibleCredibility", $"Must be at least the limit of 'at risk' ({Text(stages.AtRiskCredibility)}): nobody is both."),
            .. Not(stages.DoubtCredibility > stages.CredibleCredibility, "Stages.DoubtCredibility", $"Must be at most the limit of 'credible' ({Text(stages.CredibleCredibility)})."),
            .. Not(stages.TrustedCredibility < stages.CredibleCredibility, "Stages.TrustedCredibility", $"Must be at least the limit of 'credible' ({Text(stages.CredibleCredibility)})."),
            .. Not(stages.TrustedEvents < stages.EnoughEvents, "Stages.TrustedEvents", $"Must be at least what a verdict needs ({Text(stages.EnoughEvents)})."),
            .. Not(stages.LatenessHabit > rules.LatenessMost, "Stages.LatenessHabit", $"Must be at most what a lateness can multiply to ({Text(rules.LatenessMost)}), or no lateness ever is a habit."),
        ];
    }

    private static IEnumerable<Problem> Balance(ReciprocityRules rules) =>
        Not(rules.Cheater >= rules.Altruist, "Reciprocity.Cheater", $"Must lie below the limit of 'altruist' ({Text(rules.Altruist)}).");

    private static IEnumerable<Problem> Rising(string path, BySeverity value) =>
    [
        .. Not(!(value.Normal > value.Mild), $"{path}.Normal", $"Must be above mild ({Text(value.Mild)}): the more severe, the more it weighs."),
        .. Not(!(value.Severe > value.Normal), $"{path}.Severe", $"Must be above normal ({Text(value.Normal)}): the more severe, the more it weighs."),
    ];

    private static IEnumerable<Problem> Falling(string path, BySeverity value) =>
    [
        .. Not(!(value.Normal <= value.Mild), $"{path}.Normal", $"Must be at most mild ({Text(value.Mild)}): the more severe the lie, the lower the ceiling."),
        .. Not(!(value.Severe <= value.Normal), $"{path}.Severe", $"Must be at most normal ({Text(value.Normal)}): the more severe the lie, the lower the ceiling."),
    ];

    private static IEnumerable<Problem> Not(bool wrong, string path, string message) => wrong ? [new(path, message)] : [];

    private static string Text(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
