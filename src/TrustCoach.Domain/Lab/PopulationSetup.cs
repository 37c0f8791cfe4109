namespace TrustCoach.Domain.Lab;

/// <summary>How a population changes from one generation to the next.</summary>
public enum Dynamics
{
    /// <summary>Without end and without chance: <see cref="Lab.Replicator"/>.</summary>
    Replicator,

    /// <summary>Of so many, one birth and one death at a time: <see cref="Lab.Moran"/>.</summary>
    Finite,
}

/// <summary>A population as asked for: all that its course depends on.</summary>
/// <param name="Entries">Who is there, in parts of the whole; in a finite population so many of each.</param>
/// <param name="Rounds">Encounters of each two.</param>
/// <param name="Noise">The chance, 0 to 1, that a move comes out reversed.</param>
public sealed record PopulationSetup(
    IReadOnlyList<Entry> Entries, Dynamics Dynamics, int Generations, int Rounds, double Noise, Payoffs Payoffs, int Seed)
{
    public const int MostGenerations = 300, MostSize = 200, MostRounds = 1000;

    // So many matches that the table of payoffs hardly depends on the seed; fewer where rounds are many.
    private const int EncountersPerPair = 40_000;

    public int Size => (int)Math.Min(Entries.Sum(entry => (long)entry.Count), int.MaxValue);

    /// <summary>Matches of each pair: one where nothing is left to chance.</summary>
    public int Repetitions => Noise is 0 or 1 && Entries.All(entry => entry.Strategy.IsCertain(Payoffs)) ? 1 : Math.Clamp(EncountersPerPair / Math.Max(Rounds, 1), 1, 1000);

    /// <summary>What is wrong with it, by property; empty when it can be played.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. LabLimits.Within(nameof(Rounds), Rounds, 1, MostRounds, "rounds"),
        .. LabLimits.Within(nameof(Generations), Generations, 1, MostGenerations, "generations"),
        .. LabLimits.Noise(Noise),
        .. LabLimits.Seed(Seed),
        .. Payoffs.Problems(),
        .. Entries.Any(entry => entry.Count < 0) ? [new(nameof(Entries), "A number cannot be below 0.")]
            : Size > MostSize ? [new(nameof(Entries), $"{Size} are too many: at most {MostSize} live here.")]
            : Entries.Count(entry => entry.Count > 0) < 2 ? [new(nameof(Entries), "A population changes only where two kinds live: give at least two a number.")]
            : Array.Empty<Problem>(),
    ];
}

/// <summary>A population's course.</summary>
/// <param name="Kinds">Who was there at the start.</param>
/// <param name="Shares">Of each generation, the first included: the share of each kind, 0 to 1.</param>
/// <param name="Earned">Mean payoff per encounter over the whole population, by generation.</param>
public sealed record PopulationCourse(IReadOnlyList<Strategy> Kinds, IReadOnlyList<double[]> Shares, IReadOnlyList<double> Earned)
{
    /// <summary>The share of a strategy in a generation; 0 when it was never there. Generations may be counted from the end.</summary>
    public double Of(Strategy strategy, Index generation) => Kinds.ToList().IndexOf(strategy) is >= 0 and var at ? Shares[generation][at] : 0;
}

/// <summary>Generations of strategies: what pays is copied.</summary>
public static class Population
{
    /// <summary>Plays every pair once, then lets the population run.</summary>
    public static PopulationCourse Run(PopulationSetup setup)
    {
        var present = setup.Entries.Where(entry => entry.Count > 0).ToList();
        var kinds = present.Select(entry => entry.Strategy).ToList();
        var table = PayoffTable.Play(kinds, setup.Rounds, setup.Repetitions, setup.Noise, setup.Payoffs, (ulong)setup.Seed);
        double size = setup.Size;
        var start = present.Select(entry => entry.Count).ToArray();
        var shares = setup.Dynamics == Dynamics.Replicator
            ? Replicator.Run(table, [.. start.Select(count => count / size)], setup.Generations)
            : [.. Moran.Run(table, start, setup.Generations, LabDice.Of((ulong)setup.Seed, -2)).Select(counts => counts.Select(count => count / size).ToArray())];
        return new(kinds, shares, [.. shares.Select(now => now.Select((share, i) => share * table[i].Zip(now, (payoff, other) => payoff * other).Sum()).Sum())]);
    }
}
