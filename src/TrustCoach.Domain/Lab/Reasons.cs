namespace TrustCoach.Domain.Lab;

/// <summary>Why a strategy does what it does, told to the person who plays against it.</summary>
public static class Reasons
{
    /// <summary>One sentence.</summary>
    /// <param name="before">The encounters so far.</param>
    /// <param name="keeps">What it means to do now.</param>
    public static string Of(Strategy strategy, IReadOnlyList<Encounter> before, bool keeps) => strategy.Code switch
    {
        "altruist" => "They always keep their word.",
        "cheater" => "They never keep their word, whatever you do.",
        "random" => "They tossed a coin.",
        "grudger" => Grudger(before),
        "detective" => Detective(before),
        _ when before.Count == 0 => "They begin in good faith.",
        "learner" => Learner(before[^1]),
        "patient" => Patient(before, keeps),
        "forgiving" when keeps && !before[^1].Kept => $"{LetDown(before[^1])} They let it pass this time.",
        _ => before[^1].Kept ? "You kept your word last time, so they keep theirs." : $"{LetDown(before[^1])} They answer in kind.",
    };

    // What reached them, which need not be what was meant.
    private static string LetDown(Encounter last) =>
        last.Slipped ? "Last time your slip reached them as a let-down." : "You let them down last time.";

    private static string Grudger(IReadOnlyList<Encounter> before)
    {
        var first = before.FirstOrDefault(encounter => !encounter.Kept);
        return first is null
            ? "You have never let them down."
            : $"You let them down in encounter {first.Number}{(first.Slipped ? ", by a slip they cannot tell from intent" : "")}. They do not forget.";
    }

    private static string Detective(IReadOnlyList<Encounter> before)
    {
        if (before.Count < 4)
            return before.Count == 1 ? "They test what happens when they let you down." : "They are finding out who you are.";
        var answered = before.Take(4).Any(encounter => !encounter.Kept);
        if (!answered)
            return "You never answered their test, so they take what they can.";
        return before[^1].Kept ? "You showed that you answer, so they do as you did: keep." : "You showed that you answer, so they do as you did: let down.";
    }

    private static string Learner(Encounter last) => (last.TheyKept, last.Kept) switch
    {
        (true, true) => "Keeping went well last time, so they stay with it.",
        (false, true) => "Letting you down went well last time, so they stay with it.",
        (true, false) => "Keeping went badly last time, so they change.",
        (false, false) => "Neither kept last time, which went badly, so they change.",
    };

    private static string Patient(IReadOnlyList<Encounter> before, bool keeps)
    {
        if (!keeps)
            return "You let them down twice in a row. They answer in kind.";
        return before[^1].Kept ? "Nothing stands between you." : $"{LetDown(before[^1])} Once is not a pattern, so they wait.";
    }
}
