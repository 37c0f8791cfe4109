using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Repairs;

/// <summary>One piece of advice for putting a breach right.</summary>
/// <param name="Name">What to do, in a few words.</param>
/// <param name="Advice">How, in a sentence.</param>
/// <param name="Reason">Why it helps, or why something else does not.</param>
/// <param name="Source">Where the reason was found.</param>
public sealed record RepairAdvice(string Name, string Advice, string Reason, string Source)
{
    private const string Kim = "Kim, Ferrin, Cooper and Dirks 2004";
    private const string Schweitzer = "Schweitzer, Hershey and Bradlow 2006";
    private const string Lewicki = "Lewicki, Polin and Lount 2016";

    private static readonly RepairAdvice SmallPromises = new(
        "Promise small, keep all", "Three small things, each with a day you are sure of. Keep them; you need not exceed them.",
        "Keeping is what counts: those who got more than was promised valued it hardly more.", "Gneezy and Epley 2014");

    private static readonly RepairAdvice Ask = new(
        "Ask whether it is right again", "Ask what they saw, not whether they are content, and write down their words.",
        "What the customer confirms weighs more than what you say of yourself.", "The rules of the scores, evidence levels");

    private static readonly IReadOnlyList<RepairAdvice> Ability =
    [
        new("Own it without a but", "Name what went wrong and say that it was yours. No reasons in the same sentence.",
            "Of the parts of an apology, taking responsibility does the most; the offer to repair comes next.", Lewicki),
        new("Apologize, and make it good, soon", "Both help, each once, within the fourteen days.",
            "After something was not done well, an apology wins trust back; helping out does too.", $"{Kim}; de Matos, Henrique and Rossi 2007"),
        new("Do not let it happen twice", "Say what you change so that it cannot happen the same way again.",
            "After a second failure no recovery makes customers as content as before.", "Maxham and Netemeyer 2002"),
        SmallPromises,
        Ask,
    ];

    private static readonly IReadOnlyList<RepairAdvice> Late =
    [
        Ability[0],
        Ability[1],
        new("Leave room before the next one", "Plan the next weeks' encounters with a quarter of an hour before each.",
            "One lateness is small; repeated within weeks, each counts up to four times.", "The rules of the scores, lateness"),
        SmallPromises,
        Ask,
    ];

    private static readonly IReadOnlyList<RepairAdvice> Integrity =
    [
        new("Set the record straight", "Say what was overstated, or said about others, and what is true instead.",
            "Responsibility has to be taken, though it buys nothing by itself.", Lewicki),
        new("Do not count on the apology", "Give it because it is owed. It takes nothing off the score.",
            "Where integrity is doubted, an apology confirms the doubt; deeds over time are what answers it.", Kim),
        new("Say what you will not do again", "One sentence about what is said from now on, and what is not.",
            "A promise to change speeds the way back, if deeds follow.", Schweitzer),
        SmallPromises,
        Ask,
    ];

    private static readonly IReadOnlyList<RepairAdvice> Lie =
    [
        new("Say that it was not true", "Say it yourself, all of it, before it comes out in parts.",
            "Until a lie is acknowledged, what you keep lifts its ceiling at half speed only.", "The rules of the scores, ceiling"),
        new("Do not count on the apology", "It gives no points back. It opens the way on which kept words do.",
            "Trust harmed by deception never fully recovers, even with a promise, an apology and good deeds.", Schweitzer),
        new("Say what changes", "One sentence about how they can check from now on what you say.",
            "A promise to change speeds the way back, less so after deception.", Schweitzer),
        SmallPromises,
        Ask,
    ];

    /// <summary>What helps after a breach of this kind, in the order of the steps.</summary>
    public static IReadOnlyList<RepairAdvice> For(EvidenceKind kind) => (BreachToRepair.ClassOf(kind), Units.IsLate(kind)) switch
    {
        (BreachClass.Lie, _) => Lie,
        (BreachClass.Integrity, _) => Integrity,
        (_, true) => Late,
        _ => Ability,
    };
}
