namespace TrustCoach.Domain.Lab;

/// <summary>
/// The strategies of the lab. Those named after people entered Axelrod's first tournament (Effective choice in the prisoner's dilemma,
/// Journal of Conflict Resolution 24, 1980) and follow its published descriptions; the entries' own source is lost.
/// </summary>
public static class Strategies
{
    public static Strategy Altruist { get; } = new("altruist", "Altruist", "Always keeps its word, whatever you do.", StrategyKind.MemoryOne, new(1, 1, 1, 1, 1));

    public static Strategy Cheater { get; } = new("cheater", "Cheater", "Always cuts the corner.", StrategyKind.MemoryOne, new(0, 0, 0, 0, 0));

    public static Strategy Reciprocator { get; } = new("reciprocator", "Reciprocator", "Begins in good faith, then does what you did last time.", StrategyKind.MemoryOne, new(1, 1, 0, 1, 0));

    public static Strategy Grudger { get; } = new("grudger", "Grudger", "Keeps its word until you let it down once; then never again.", StrategyKind.Grudger);

    public static Strategy Forgiving { get; } = new("forgiving", "Forgiving reciprocator", "Does what you did last time, but lets about one let-down in three pass.", StrategyKind.Generous);

    public static Strategy Patient { get; } = new("patient", "Patient reciprocator", "Answers only when you let it down twice in a row.", StrategyKind.TwoTats);

    public static Strategy Detective { get; } = new("detective", "Detective", "Tests you early on: lives off you if you let it, else does what you did last time.", StrategyKind.Detective);

    public static Strategy Random { get; } = new("random", "Random", "Tosses a coin each time.", StrategyKind.MemoryOne, new(.5, .5, .5, .5, .5));

    /// <summary>Win-stay, lose-shift of Nowak and Sigmund (Nature 364, 1993).</summary>
    public static Strategy Learner { get; } = new("learner", "Stay or shift", "Repeats what went well, changes what went badly.", StrategyKind.MemoryOne, new(1, 1, 0, 0, 1));

    public static Strategy Joss { get; } = new("joss", "Joss (1980)", "Does what you did last time, and tries a let-down one time in ten.", StrategyKind.MemoryOne, new(.9, .9, 0, .9, 0));

    public static Strategy Davis { get; } = new("davis", "Davis (1980)", "Keeps its word ten times, then turns grudger.", StrategyKind.Davis);

    public static Strategy Shubik { get; } = new("shubik", "Shubik (1980)", "Answers the first let-down once, the second twice, and so on.", StrategyKind.Shubik);

    public static Strategy Feld { get; } = new("feld", "Feld (1980)", "Does what you did last time, and keeps its word ever less often.", StrategyKind.Feld);

    public static Strategy Tullock { get; } = new("tullock", "Tullock (1980)", "Keeps its word eleven times, then a little less often than you lately did.", StrategyKind.Tullock);

    /// <summary>Those one meets in the game.</summary>
    public static IReadOnlyList<Strategy> Types { get; } = [Altruist, Cheater, Reciprocator, Grudger, Forgiving, Patient, Detective, Random, Learner];

    /// <summary>
    /// Those of the first tournament whose published description gives the published scores against tit for tat, in the order in which
    /// they came in. Played by their descriptions, Grofman and Nydegger have other scores than they had; the other five say too little.
    /// </summary>
    public static IReadOnlyList<Strategy> Of1980 { get; } = [Reciprocator, Shubik, Grudger, Davis, Feld, Joss, Tullock, Random];

    public static IReadOnlyList<Strategy> All { get; } = [.. Types.Union(Of1980)];

    /// <summary>The strategy of that name in a link; null when there is none.</summary>
    public static Strategy? Named(string? code) => All.FirstOrDefault(strategy => strategy.Code == code);

    /// <summary>
    /// A strategy with chances drawn at random, as Nowak and Sigmund (Nature 355, 1992) filled their populations; it looks at what the other did last. The <paramref name="number"/>th of a seed.
    /// </summary>
    public static Strategy Drawn(ulong seed, int number)
    {
        var dice = LabDice.Of(seed, -1, number);
        var (kept, not) = (dice.NextShare(), dice.NextShare());
        return new("drawn", "Drawn at random", "Keeps its word with one chance after you kept yours and another after you did not, both drawn at random.", StrategyKind.MemoryOne,
            new(kept, kept, not, kept, not));
    }
}
