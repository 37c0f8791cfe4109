namespace TrustCoach.Domain.Lab;

/// <summary>A strategy in a field, and how many of it.</summary>
public sealed record Entry(Strategy Strategy, int Count);

/// <summary>A tournament as asked for: all that its result depends on.</summary>
/// <param name="Rounds">Encounters a match.</param>
/// <param name="Repetitions">How often the whole is played.</param>
/// <param name="Noise">The chance, 0 to 1, that a move comes out reversed.</param>
/// <param name="SelfPlay">Whether each also meets a copy of itself, as in 1980.</param>
/// <param name="Seed">The same seed gives the same result.</param>
/// <param name="Drawn">So many strategies with chances drawn at random join the field.</param>
public sealed record TournamentSetup(
    IReadOnlyList<Entry> Entries, int Rounds, int Repetitions, double Noise, Payoffs Payoffs, bool SelfPlay, int Seed, int Drawn = 0)
{
    public const int MostPlayers = 200, MostRounds = 1000, MostRepetitions = 100;

    /// <summary>Encounters in all, over every pair and repetition. Takes about a second.</summary>
    public const long MostEncounters = 45_000_000;

    /// <summary>Everybody in the field.</summary>
    public int Players => (int)Math.Min(Entries.Sum(entry => (long)entry.Count) + Drawn, int.MaxValue);

    /// <summary>Encounters in all.</summary>
    public long Encounters => Players > MostPlayers ? long.MaxValue : ((Players * (Players - 1L) / 2) + (SelfPlay ? Players : 0)) * Rounds * Repetitions;

    /// <summary>What is wrong with it, by property; empty when it can be played.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. LabLimits.Within(nameof(Rounds), Rounds, 1, MostRounds, "rounds"),
        .. LabLimits.Within(nameof(Repetitions), Repetitions, 1, MostRepetitions, "repetitions"),
        .. LabLimits.Noise(Noise),
        .. LabLimits.Seed(Seed),
        .. Payoffs.Problems(),
        .. FieldProblems(),
    ];

    private IEnumerable<Problem> FieldProblems()
    {
        if (Entries.Any(entry => entry.Count < 0) || Drawn < 0)
            yield return new(nameof(Entries), "A number of players cannot be below 0.");
        else if (Players > MostPlayers)
            yield return new(nameof(Entries), $"{Players} players are too many: at most {MostPlayers} play.");
        else if (Players < 2)
            yield return new(nameof(Entries), "A tournament takes two players at least: give some strategies a number.");
        else if (Rounds is > 0 and <= MostRounds && Repetitions is > 0 and <= MostRepetitions && Encounters > MostEncounters)
            yield return new(nameof(Repetitions), $"That would be {Encounters / 1_000_000} million encounters; {MostEncounters / 1_000_000} million is the limit. Take fewer repetitions, rounds or players.");
    }
}
