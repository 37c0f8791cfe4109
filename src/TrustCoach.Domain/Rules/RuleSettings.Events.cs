using static TrustCoach.Domain.Rules.RuleBasis;
using static TrustCoach.Domain.Rules.RuleGroup;
using static TrustCoach.Domain.Rules.RuleUnit;

namespace TrustCoach.Domain.Rules;

public static partial class RuleSettings
{
    private static RuleSetting[] EventSettings() =>
    [
        new("Units.Met", Events, "Met expectation, kept promise", "The unit everything else is measured in. At 1, one kept encounter is one.", 0.1, 10, 0.05, Encounters, Judgement, "the unit itself"),
        new("Units.Exceeded", Events, "Exceeded expectation or promise", "What more than promised counts. At 1.2, five exceeded ones count as six kept.", 0.1, 20, 0.05, Encounters, Literature,
            "exceeding earns almost nothing extra (Gneezy and Epley 2014)"),
        new("Units.Renegotiated", Events, "Renegotiated in time",
            "What the first new date agreed in time adds, and each further one for the same promise takes off. At 0.25, a quarter of a kept encounter.", 0.01, 10, 0.01, Encounters, Judgement,
            "a word moved in time is accountability; moved again it is not"),
        .. BySeverity("Units.Missed", Events, "Missed expectation", "What {0} counts as missed units.", 0.01, 100, 0.1, Encounters, Data, "1.0 to 2.1 between severe and mild misses",
            ["a mild miss", "a normal miss", "a severe miss"]),
        .. BySeverity("Units.PromiseBroken", Events, "Broken promise", "What breaking {0} counts as missed units.", 0.01, 100, 0.1, Encounters, Judgement, "one of the named trust breakers",
            ["a promise on which little hangs", "a normal promise", "a promise on which much hangs"]),
        .. BySeverity("Units.Gossip", Events, "Gossip or exaggeration", "What {0} counts as missed units.", 0.01, 100, 0.1, Encounters, Judgement, "a breach of integrity; the size is judgement",
            ["mild gossip", "normal gossip", "severe gossip"]),
        .. BySeverity("Units.Lie", Events, "Lie or distortion", "What {0} counts as missed units, besides the ceiling on trust.", 0.01, 100, 0.5, Encounters, Literature,
            "Schweitzer 2006 for the shape; the size is judgement", Lies),
    ];

    private static RuleSetting[] EvidenceSettings() =>
    [
        Level("Units.SelfReported", "Self-reported", "A kept event only the rep tells of counts so many times. At 0.8, five count as four."),
        Level("Units.Witnessed", "Witnessed", "A kept event that a manager or the system's own clock has seen counts so many times."),
        Level("Units.CustomerConfirmed", "Customer-confirmed", "A kept event the customer confirmed counts so many times. At 1.2, five count as six."),
        HalfLife("EvidenceHalfLife", Evidence, "Half-life in the confidence", "After so many days an event counts half in how sure the score is. At 360, a year.", Data, Travels),
        new("Reputation.ConfidencePrior", Evidence, "Events for a confidence of one half", "With so many fresh events the confidence is one half. At 10, ten events.", 0.5, 1_000, 0.5, Encounters, Judgement,
            "the weight of the start of trust"),
        new("Reputation.Band", Evidence, "Width of the band", "Half the band around trust, in standard deviations. At 1.2816 it holds 80 of 100 cases.", 0.5, 4, 0.0001, Times, Judgement, "a band of 80 %"),
    ];

    private static RuleSetting[] LatenessSettings() =>
    [
        new("Units.Late", Lateness, "One lateness", "What being late once counts as missed units, before it becomes a habit. At 0.5, half a miss.", 0.01, 100, 0.05, Encounters, Data,
            "a first lateness is small; repeating it costs four times as much"),
        HalfLife("LatenessHalfLife", Lateness, "Memory for lateness", "After so many days an earlier lateness adds half to the next one. At 60: late thrice at two months' distance counts 1, 1.5 and 1.75 times.", Judgement,
            "frequent lateness is what breaks trust"),
        new("LatenessMost", Lateness, "What a lateness multiplies to at most", "However often: no lateness counts more than so many times.", 1, 20, 0.5, Times, Data, "in the laboratory a repeat costs four times as much"),
        new("GraceDays", Lateness, "Grace of an open promise", "So many days after its due day the clock calls an open promise broken. Promises the clock has closed already stay as they are.", 0, 90, 1, RuleUnit.Days, Judgement,
            "a promise breaks by the clock, not by confession"),
    ];

    private static RuleSetting[] RepairSettings() =>
    [
        new("Repair.Apology", Repair, "Apology", "What an apology takes off an ordinary miss, as a share of it. At 0.25, a quarter. Nothing off gossip or a lie.", 0, 0.9, 0.05, Share, Literature,
            "an apology helps for competence, not for integrity (Kim 2004); the size is judgement"),
        new("Repair.MakeGood", Repair, "Make-good", "What making good takes off an ordinary miss. At 0.25, a quarter.", 0, 0.9, 0.05, Share, Literature, "recovery does not make you better off (de Matos 2007); the size is judgement"),
        new("Repair.OwnedUp", Repair, "Owned up", "What saying it before anybody noticed takes off an ordinary miss. At 0.2, a fifth.", 0, 0.9, 0.05, Share, Judgement, "accountability; the size is judgement"),
        new("Repair.WithinDays", Repair, "Time for a repair", "An apology or make-good counts when it comes within so many days of the miss.", 0, 365, 1, RuleUnit.Days, Judgement, "a late apology repairs little"),
    ];

    private static RuleSetting Level(string path, string name, string sentence) =>
        new(path, Evidence, name, sentence, 0.05, 5, 0.05, Times, Judgement, "trust in God, but lock your car: outcomes are entered by the rep");
}
