namespace TrustCoach.Domain.Lab;

/// <summary>How often each thing happened in a match.</summary>
/// <param name="BothKept">Encounters in which both kept their word.</param>
/// <param name="OnlyFirst">In which only the first side did.</param>
/// <param name="OnlySecond">In which only the second did.</param>
/// <param name="Neither">In which neither did.</param>
public readonly record struct MatchCount(int BothKept, int OnlyFirst, int OnlySecond, int Neither)
{
    /// <summary>What the first side earned in all.</summary>
    public double First(Payoffs payoffs) =>
        (BothKept * payoffs.Reward) + (OnlyFirst * payoffs.Sucker) + (OnlySecond * payoffs.Temptation) + (Neither * payoffs.Punishment);

    /// <summary>What the second side earned in all.</summary>
    public double Second(Payoffs payoffs) =>
        (BothKept * payoffs.Reward) + (OnlyFirst * payoffs.Temptation) + (OnlySecond * payoffs.Sucker) + (Neither * payoffs.Punishment);

    public static MatchCount operator +(MatchCount one, MatchCount other) =>
        new(one.BothKept + other.BothKept, one.OnlyFirst + other.OnlyFirst, one.OnlySecond + other.OnlySecond, one.Neither + other.Neither);

    public static MatchCount Add(MatchCount one, MatchCount other) => one + other;
}

/// <summary>Two strategies meeting again and again. Pure: the same strategies, rules and dice give the same match.</summary>
public static class Match
{
    private const int Slot = 16, SlotMask = 0xFFFF;

    /// <summary>Plays a match.</summary>
    /// <param name="rounds">Encounters, up to 65,535.</param>
    /// <param name="noise">The chance, 0 to 1, that a move comes out reversed.</param>
    public static MatchCount Play(Strategy first, Strategy second, int rounds, double noise, Payoffs payoffs, LabDice dice) =>
        first.OddsUnder(payoffs) is { } one && second.OddsUnder(payoffs) is { } other
            ? PlayOdds(one, other, rounds, noise, dice)
            : PlayMachines(new(first, payoffs), new(second, payoffs), rounds, noise, dice);

    private static MatchCount PlayMachines(Machine first, Machine second, int rounds, double noise, LabDice dice)
    {
        Span<int> counts = stackalloc int[4];
        var mistakes = Threshold(0, noise);
        for (var round = 0; round < rounds; round++)
        {
            var mine = first.MeansToKeep(ref dice);
            var theirs = second.MeansToKeep(ref dice);
            if (mistakes > 0)
            {
                // One throw for both sides: 32 bits each.
                var thrown = dice.Next();
                mine ^= (thrown >> 32) < mistakes;
                theirs ^= (uint)thrown < mistakes;
            }

            first.See(mine, theirs);
            second.See(theirs, mine);
            counts[(mine ? 2 : 0) + (theirs ? 1 : 0)]++;
        }

        return new(counts[3], counts[2], counts[1], counts[0]);
    }

    // Where both remember one encounter only, the next one depends on four cases: two thresholds a round, one throw. A chance
    // and its mistake are one chance here.
    private static MatchCount PlayOdds(MemoryOne first, MemoryOne second, int rounds, double noise, LabDice dice)
    {
        Span<ulong> mine = stackalloc ulong[5], theirs = stackalloc ulong[5];
        for (var state = 0; state < 4; state++)
        {
            var (kept, met) = ((state & 2) != 0, (state & 1) != 0);
            mine[state] = Threshold(first.After(kept, met), noise);
            theirs[state] = Threshold(second.After(met, kept), noise);
        }

        (mine[4], theirs[4]) = (Threshold(first.First, noise), Threshold(second.First, noise));
        var (at, counts) = (4, 0UL);
        for (var round = 0; round < rounds; round++)
        {
            // Below the threshold the difference wraps, and its highest bit is the answer: chance cannot be predicted, so a branch would cost.
            var thrown = dice.Next();
            at = (int)(((((thrown >> 32) - mine[at]) >> 63) << 1) | (((uint)thrown - theirs[at]) >> 63));
            counts += 1UL << (at * Slot);
        }

        return new((int)(counts >> (3 * Slot)), (int)(counts >> (2 * Slot)) & SlotMask, (int)(counts >> Slot) & SlotMask, (int)counts & SlotMask);
    }

    private static ulong Threshold(double chance, double noise) => (ulong)(((chance * (1 - noise)) + ((1 - chance) * noise)) * (1UL << 32));
}
