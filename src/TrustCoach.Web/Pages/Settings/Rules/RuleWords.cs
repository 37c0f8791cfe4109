using System.Globalization;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Web.Pages.Settings.Rules;

/// <summary>The rules in words.</summary>
public static class RuleWords
{
    /// <summary>A value as it is written and typed in a culture.</summary>
    public static string Number(double value, IFormatProvider culture) => value.ToString("0.####", culture);

    /// <summary>A value with its unit: "180 days", "3 times".</summary>
    public static string Value(RuleSetting setting, double value) => $"{Number(value, CultureInfo.CurrentCulture)}{Unit(setting)}";

    /// <summary>The unit after a value; empty for a share.</summary>
    public static string Unit(RuleSetting setting) => setting.Unit switch
    {
        RuleUnit.Points => " points",
        RuleUnit.Days => " days",
        RuleUnit.Times => " ×",
        _ => "",
    };

    /// <summary>What may be typed, and what it was at first.</summary>
    public static string Range(RuleSetting setting)
    {
        string Of(double value) => Number(value, CultureInfo.CurrentCulture);
        return $"{Of(setting.Least)} to {Of(setting.Most)}{Unit(setting)}. Default {Of(setting.Default)}.";
    }

    public static string Of(RuleBasis basis) => basis.ToString();

    public static string Tone(RuleBasis basis) => basis switch
    {
        RuleBasis.Data => "badge good",
        RuleBasis.Literature => "badge",
        _ => "badge outline",
    };

    public static string Of(RuleGroup group) => group switch
    {
        RuleGroup.Credibility => "Credibility",
        RuleGroup.Trust => "Trust",
        RuleGroup.Opening => "How a relationship began",
        RuleGroup.Events => "What events weigh",
        RuleGroup.Evidence => "How sure we are",
        RuleGroup.Lateness => "Lateness and open promises",
        RuleGroup.Repair => "Repairing a miss",
        RuleGroup.Ceiling => "The ceiling after a lie",
        RuleGroup.Stages => "Stages and flags",
        RuleGroup.Reputation => "Reputation, forecast and typical scores",
        RuleGroup.GiveAndTake => "Give and take",
        _ => "Traits",
    };

    /// <summary>A group's rule in one or two sentences, with its numbers, so that it can be redone by hand.</summary>
    public static string Rule(RuleGroup group, ScoringRules rules)
    {
        string N(double value) => Number(value, CultureInfo.CurrentCulture);
        var (c, t, stages) = (rules.Credibility, rules.Trust, rules.Stages);
        return group switch
        {
            RuleGroup.Credibility => $"Credibility = 100 × ({N(c.Prior)} × start + kept) ÷ ({N(c.Prior)} + kept + {N(c.LossRatio)} × missed). Every event counts half after {c.HalfLife} days; lies, gossip and exaggeration after {rules.IntegrityHalfLife}.",
            RuleGroup.Trust => $"Trust = 100 × ({N(t.Prior)} × start + kept) ÷ ({N(t.Prior)} + kept + {N(t.LossRatio)} × missed), and never above the ceiling. Events count half after {t.HalfLife} days, and one day adds at most {N(rules.DayCap)}.",
            RuleGroup.Opening => "How it began moves the start, and nothing else: from then on only what happens counts.",
            RuleGroup.Events => $"One met expectation is {N(rules.Units.Met)}. A normal miss weighs {N(rules.Units.Missed.Normal)}, a broken promise {N(rules.Units.PromiseBroken.Normal)}, a self-serving lie {N(rules.Units.Lie.Normal)}. Courtesy weighs nothing.",
            RuleGroup.Evidence => $"What was kept counts {N(rules.Units.SelfReported)} × when only the rep says so, {N(rules.Units.Witnessed)} × when somebody saw it, {N(rules.Units.CustomerConfirmed)} × when the customer confirmed it. Misses always count in full.",
            RuleGroup.Lateness => $"A lateness weighs {N(rules.Units.Late)}, times one plus what earlier ones still count, {N(rules.LatenessMost)} × at most. An open promise is broken by the clock {rules.GraceDays} days after its date.",
            RuleGroup.Repair => $"Within {rules.Repair.WithinDays} days an apology takes {N(100 * rules.Repair.Apology)} % off an ordinary miss, making good {N(100 * rules.Repair.MakeGood)} %, owning up {N(100 * rules.Repair.OwnedUp)} %. Nothing comes off gossip or a lie.",
            RuleGroup.Ceiling => $"After a self-serving lie trust cannot exceed {N(rules.Ceiling.AtOnce.Normal)}. Every {N(rules.Ceiling.HalfWay)} kept encounters lift the ceiling half of what is left to {N(rules.Ceiling.AtMost.Normal)}. Time alone never lifts it.",
            RuleGroup.Stages => $"From {stages.EnoughEvents} judged encounters on: below {N(stages.AtRiskCredibility)} of credibility at risk, from {N(stages.CredibleCredibility)} credible; trusted from {N(stages.TrustedTrust)} of trust, {stages.TrustedEvents} encounters and {stages.TrustedDays} days. The first stage that applies is shown.",
            RuleGroup.Reputation => $"A rep's reputation is the share of expectations met with all other customers, with {N(rules.Reputation.TeamWeight)} outcomes of the team's mixed in. It sets the start, and the chance that the next expectation is met.",
            RuleGroup.GiveAndTake => $"Balance = (given − taken) ÷ (given + taken + {N(rules.Reciprocity.Prior)}), of favours and kept promises, half after {rules.Reciprocity.HalfLife} days. It touches neither score.",
            _ => $"A trait = 100 × ({N(rules.Traits.Prior)} + kept) ÷ ({N(2 * rules.Traits.Prior)} + kept + {N(rules.Traits.LossRatio)} × missed), over all customers, of the events that tell about it.",
        };
    }

    public static IReadOnlyList<RuleGroup> Groups { get; } = Enum.GetValues<RuleGroup>();

    public static IEnumerable<RuleSetting> Of(RuleGroup group, IReadOnlyList<RuleSetting> settings) => settings.Where(s => s.Group == group);
}
