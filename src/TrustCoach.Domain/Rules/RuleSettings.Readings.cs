using static TrustCoach.Domain.Rules.RuleBasis;
using static TrustCoach.Domain.Rules.RuleGroup;
using static TrustCoach.Domain.Rules.RuleUnit;

namespace TrustCoach.Domain.Rules;

public static partial class RuleSettings
{
    private const string Calibrated = "the next expectation was met in 5-30 % of cases in broken, 32-67 % at risk, 72-96 % credible, 87-98 % trusted";

    private static RuleSetting[] StageSettings() =>
    [
        new("Stages.EnoughEvents", Stages, "Judged encounters before a verdict", "With fewer it is too early to say: no number is shown. At 3, from the third on.", 1, 50, 1, Count, Judgement, "three kept encounters reach 74"),
        Limit("Stages.BrokenCredibility", "Broken: credibility below", "With trust below its own limit too, the relationship is broken."),
        Limit("Stages.BrokenTrust", "Broken: trust below", "With credibility below its own limit too, the relationship is broken."),
        new("Stages.GraveLieDays", Stages, "Broken: days after a material lie", "So long a material lie alone makes the stage 'broken'. At 360, a year.", 0, 3_650, 1, RuleUnit.Days, Judgement, "deception leaves a mark"),
        Limit("Stages.AtRiskCredibility", "At risk: credibility below", "Below so many points a judged relationship is at risk."),
        Limit("Stages.AtRiskCredibilityOfTwo", "At risk one encounter early: credibility below", "One encounter short of a verdict, only a credibility below so many points is a warning."),
        new("Stages.IntegrityDays", Stages, "At risk: days after a lie or gossip", "So long a self-serving lie or normal gossip keeps the relationship at risk. At 180, half a year.", 0, 3_650, 1, RuleUnit.Days, Judgement, "deception leaves a mark"),
        Limit("Stages.DoubtCredibility", "Benefit of the doubt: credibility from", "From so many points, after one judged encounter, the customer gives the benefit of the doubt."),
        Limit("Stages.CredibleCredibility", "Credible: credibility from", "From so many points the relationship is credible. At 70, three kept encounters reach it."),
        Limit("Stages.TrustedCredibility", "Trusted: credibility from", "Trusted needs so many points of credibility."),
        Limit("Stages.TrustedTrust", "Trusted: trust from", "And so many points of trust. At 65, nobody reaches it in fewer than nine days of kept encounters."),
        new("Stages.TrustedEvents", Stages, "Trusted: judged encounters", "And so many judged encounters. At 12, a dozen.", 1, 500, 1, Count, Judgement, "successive encounters"),
        new("Stages.TrustedDays", Stages, "Trusted: days since the first", "And so many days since the first of them. At 90, three months.", 0, 3_650, 1, RuleUnit.Days, Judgement, "trust takes time"),
        new("Stages.MissedOfLastFive", Stages, "Flag: misses among the last five", "From so many misses among the last five outcomes on, a coach's word is due.", 1, 5, 1, Count, Data,
            "after two misses in five the next one is met in 47-81 % of cases, after none in 69-97 %"),
        new("Stages.LatenessHabit", Stages, "Flag: lateness as a habit", "From this multiplier on lateness is called a habit. At 2, after about two recent ones.", 1, 20, 0.1, Times, Judgement, "frequent lateness is what breaks trust"),
    ];

    private static RuleSetting[] ReputationSettings() =>
    [
        new("Reputation.Team", Reputation, "Reputation of a team nobody knows", "Where nothing is known, a rep's reputation starts here. 0.5 is the middle.", 0, 1, 0.05, Share, Judgement, "no opinion"),
        new("Reputation.TeamWeight", Reputation, "Weight of the team", "So many outcomes the team's reputation weighs in a rep's own. At 4, four outcomes elsewhere weigh as much.", 0.5, 1_000, 0.5, Encounters, Data, Travels),
        new("Reputation.MostOfOneCustomer", Reputation, "What one customer counts at most", "However many outcomes with one customer: so many count. At 8, one big account is not the whole reputation.", 0.5, 1_000, 0.5, Encounters, Judgement,
            "one account must not be the whole reputation"),
        new("Reputation.ForecastPrior", Reputation, "Weight of reputation in the forecast", "So many outcomes the reputation weighs in 'the chance that the next expectation is met'. At 3, three.", 0.5, 1_000, 0.5, Encounters, Data, Travels),
        HalfLife("ForecastHalfLife", Reputation, "Half-life in forecast and reputation", "After so many days an outcome counts half in both. At 180, half a year.", Data, Travels),
        new("Reputation.RollUpWeight", Reputation, "Weight of the team in a rep's typical score", "A rep with few customers stands near the team. At 3, the team weighs as much as three certain relationships.", 0.5, 1_000, 0.5, Times, Judgement,
            "nobody stands lower for having few customers"),
        new("Reputation.RankedFrom", Reputation, "Certainty before a rep's typical score is compared", "The confidences of all customers together must reach this. At 1, two half-certain relationships.", 0, 100, 0.1, Times, Judgement,
            "no comparison without evidence"),
    ];

    private static RuleSetting[] GiveAndTakeSettings() =>
    [
        new("Reciprocity.Prior", GiveAndTake, "Weight of an even balance", "So much value an even start weighs. At 2, one favour of value 2 moves the balance to one half.", 0.5, 1_000, 0.5, Times, Judgement, "laboratory shares for orientation only"),
        new("Reciprocity.Enough", GiveAndTake, "Value before a verdict", "With less given and taken together it is too early to say. At 4, four small favours.", 0, 1_000, 0.5, Times, Judgement, "laboratory shares for orientation only"),
        new("Reciprocity.Altruist", GiveAndTake, "Altruist: balance above", "Above it the rep gives much more than comes back. At 0.5, three times as much.", 0, 1, 0.05, Share, Judgement, "the limits are judgement"),
        new("Reciprocity.Cheater", GiveAndTake, "Cheater: balance below", "Below it the rep takes much more than is given.", -1, 0, 0.05, Share, Judgement, "the limits are judgement"),
        HalfLife("Reciprocity.HalfLife", GiveAndTake, "Half-life of favours", "After so many days a favour counts half. At 180, half a year.", Judgement, "as for credibility"),
    ];

    private static RuleSetting[] TraitSettings() =>
    [
        new("Traits.Prior", Traits, "Weight of the start", "So many kept and missed units each trait starts with, evenly: a reading begins at 50.", 0.5, 1_000, 0.5, Encounters, Judgement, "as for credibility"),
        new("Traits.LossRatio", Traits, "What a miss costs against a kept event", "A missed unit weighs so many kept ones in a trait.", 0.5, 20, 0.1, Times, Literature, "asymmetry of 2 to 3: Slovic 1993, Mittal 1998"),
        HalfLife("Traits.HalfLife", Traits, "Half-life of events", "After so many days an event counts half in the traits. At 180, half a year.", Data, Travels),
        new("Traits.EnoughEvents", Traits, "Events before a reading", "With fewer it is too early to say.", 1, 50, 1, Count, Judgement, "as for the stages"),
        new("Traits.Accountability", Traits, "What owning up adds to accountability", "An apology, a make-good or owning up adds so many kept units to accountability. At 0.5, half of one.", 0, 10, 0.05, Encounters, Judgement, "the size is judgement"),
    ];

    private static RuleSetting Limit(string path, string name, string sentence) => new(path, Stages, name, sentence, 1, 99, 1, Points, Data, Calibrated);
}
