using static TrustCoach.Domain.Rules.RuleBasis;
using static TrustCoach.Domain.Rules.RuleGroup;
using static TrustCoach.Domain.Rules.RuleUnit;

namespace TrustCoach.Domain.Rules;

public static partial class RuleSettings
{
    /// <summary>Half-lives below this do not fit into a landmark sum; in days.</summary>
    public const int ShortestHalfLife = 40;

    /// <summary>The longest half-life, in days.</summary>
    public const int LongestHalfLife = 4_000;

    private const string Travels = "fitted on ten public sets of dated encounters; the default travels between them";

    private static RuleSetting HalfLife(string path, RuleGroup group, string name, string sentence, RuleBasis basis, string why) =>
        new(path, group, name, sentence, ShortestHalfLife, LongestHalfLife, 1, RuleUnit.Days, basis, why);

    private static RuleSetting[] CredibilitySettings() =>
    [
        new("Credibility.Prior", Credibility, "Weight of the start",
            "So many kept encounters the opening allowance weighs. At 2, three kept encounters bring a newcomer to 74.", 0.5, 100, 0.5, Encounters, Judgement,
            "credibility can be established early: 57, 67, 74 after one, two, three kept encounters"),
        new("Credibility.Start", Credibility, "Start without reputation",
            "The start of a cold opening for a rep whose reputation is nil. 0.2 is 20 points.", 0.01, 0.98, 0.01, Share, Judgement, "courtesy and the benefit of the doubt, no more"),
        new("Credibility.ReputationGain", Credibility, "What reputation adds to the start",
            "A spotless reputation elsewhere adds so much to the start: 0.3 is 30 points, half of it at reputation one half.", 0, 0.98, 0.01, Share, Data,
            "borrowing from the rep's other customers helps where relationships are thin"),
        new("Credibility.LossRatio", Credibility, "What a miss costs against a kept encounter",
            "A missed unit weighs so many kept ones. At 2, a score of 50 loses with one miss what two kept encounters earn.", 0.5, 20, 0.1, Times, Literature,
            "asymmetry of 2 to 3: Slovic 1993, Mittal 1998"),
        HalfLife("Credibility.HalfLife", Credibility, "Half-life of evidence", "After so many days an event counts half. At 180, half a year.", Data, Travels),
        HalfLife("IntegrityHalfLife", Credibility, "Half-life of lies, gossip and exaggeration",
            "They fade so slowly, in credibility and in trust. At 720, two years later half of a lie still weighs.", Judgement, "deception leaves a mark (Schweitzer 2006); the size is judgement"),
    ];

    private static RuleSetting[] TrustSettings() =>
    [
        new("Trust.Prior", RuleGroup.Trust, "Weight of the start",
            "So many kept encounters the start weighs: the larger, the slower trust grows. At 10, trust is 33 after three weekly kept encounters.", 0.5, 1_000, 0.5, Encounters, Judgement,
            "trust grows out of successive encounters"),
        new("Trust.Start", RuleGroup.Trust, "Start without reputation", "The start of a cold opening for a rep whose reputation is nil. 0.1 is 10 points.", 0.01, 0.98, 0.01, Share, Judgement,
            "what a newcomer gets is the benefit of the doubt, not trust"),
        new("Trust.ReputationGain", RuleGroup.Trust, "What reputation adds to the start", "A spotless reputation elsewhere adds so much: 0.2 is 20 points.", 0, 0.98, 0.01, Share, Data,
            "borrowing from the rep's other customers helps where relationships are thin"),
        new("Trust.LossRatio", RuleGroup.Trust, "What a miss costs against a kept encounter",
            "At 3, a trust of 50 loses with one miss what three kept encounters earn; at 75 it loses nine.", 0.5, 20, 0.1, Times, Data,
            "in repeated games played for money one break costs as much as three kept encounters (2.5 to 3.5)"),
        HalfLife("Trust.HalfLife", RuleGroup.Trust, "Half-life of evidence", "After so many days an event counts half in trust. At 360, a year.", Data, Travels),
        new("DayCap", RuleGroup.Trust, "What one day can add at most",
            "Trust takes so many kept units from one day. At 1.5, five kept promises on one day count as one and a half encounters.", 0.1, 100, 0.1, Encounters, Judgement,
            "trust takes time"),
    ];

    private static RuleSetting[] OpeningSettings() =>
    [
        Shift("Climate.Cold", "Cold call", "What a cold call adds to the start of credibility. 0 adds nothing."),
        Shift("Climate.Inbound", "They came to us", "What an inbound opening adds: 0.05 is 5 points of credibility."),
        Shift("Climate.Referral", "Referral", "What a referral adds: 0.1 is 10 points of credibility."),
        Shift("Climate.Existing", "Existing customer", "What an existing relationship with the company adds: 0.1 is 10 points of credibility."),
        Shift("Climate.Burned", "Burned by a past vendor", "What a bad experience with another vendor takes off: -0.05 is 5 points less."),
        new("Credibility.ClimateShare", Opening, "Share of the opening in credibility", "How much of these shifts credibility takes. 1 is all of it.", 0, 1, 0.05, Share, Judgement, Opens),
        new("Trust.ClimateShare", Opening, "Share of the opening in trust", "How much of these shifts trust takes. At 0.5, a referral adds 5 points to trust.", 0, 1, 0.05, Share, Judgement, Opens),
    ];

    private static RuleSetting[] CeilingSettings() =>
    [
        .. BySeverity("Ceiling.AtOnce", Ceiling, "Ceiling on the day of a lie", "Trust cannot exceed so many points on the day of {0}.", 1, 99, 1, Points, Judgement,
            "deception leaves a mark that does not heal (Schweitzer 2006); the size is judgement", Lies),
        .. BySeverity("Ceiling.AtMost", Ceiling, "Highest ceiling after a lie", "Kept encounters lift the ceiling up to so many points after {0}; never back to 100.", 1, 99, 1, Points, Judgement,
            "trust harmed by deception never fully recovers (Schweitzer 2006); the size is judgement", Lies),
        new("Ceiling.HalfWay", Ceiling, "Kept encounters that lift it half of the way", "At 12, a dozen kept encounters raise the ceiling half of the way to its highest.", 0.5, 1_000, 0.5, Encounters, Judgement,
            "a path back that is long and open"),
        new("Ceiling.BeforeAcknowledged", Ceiling, "What a kept encounter counts before the lie is acknowledged",
            "Until somebody apologizes, each kept encounter lifts the ceiling by this share of itself. 0.5 is half.", 0, 1, 0.05, Share, Judgement, "a promise to change speeds recovery (Schweitzer 2006)"),
    ];

    private const string Opens = "reputation and referral are ways to trust (Doney and Cannon 1997); the size is judgement";

    private static string[] Lies => ["a well-meant lie", "a self-serving lie", "a material lie"];

    private static string[] Degrees => ["Mild", "Normal", "Severe"];

    private static RuleSetting Shift(string path, string name, string sentence) => new(path, Opening, name, sentence, -0.3, 0.3, 0.01, Share, Judgement, Opens);

    /// <summary>Three settings: one for each severity.</summary>
    /// <param name="what">What the sentence's placeholder stands for at each severity.</param>
    private static RuleSetting[] BySeverity(
        string path, RuleGroup group, string name, string sentence, double least, double most, double step, RuleUnit unit, RuleBasis basis, string why, string[] what) =>
        [.. Degrees.Select((degree, i) => new RuleSetting(
            $"{path}.{degree}", group, $"{name}, {degree.ToLowerInvariant()}", string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, what[i]), least, most, step, unit, basis, why))];
}
