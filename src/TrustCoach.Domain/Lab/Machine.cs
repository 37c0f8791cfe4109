using System.Numerics;

namespace TrustCoach.Domain.Lab;

/// <summary>A strategy in a match: what it has seen, packed into two words, and what it means to do next.</summary>
public struct Machine(Strategy strategy, Payoffs payoffs)
{
    private const int TestedFor = 4, DavisWaits = 10, TullockWaits = 11, TullockLooksBack = 10, FeldEnds = 200;

    private readonly StrategyKind _kind = strategy.Kind is StrategyKind.Generous ? StrategyKind.MemoryOne : strategy.Kind;
    private readonly MemoryOne _odds = strategy.OddsUnder(payoffs) ?? default;

    // The latest encounter is the lowest bit; a bit is set where somebody kept their word.
    private ulong _mine, _theirs;
    private int _letDowns, _answersLeft;

    /// <summary>Encounters seen.</summary>
    public int Round { get; private set; }

    /// <summary>Whether the other side ever let it down.</summary>
    public bool WasLetDown { get; private set; }

    /// <summary>What it means to do now.</summary>
    public bool MeansToKeep(ref LabDice dice) => _kind switch
    {
        StrategyKind.MemoryOne => dice.Falls(Round == 0 ? _odds.First : _odds.After(Kept(_mine, 0), Kept(_theirs, 0))),
        StrategyKind.Grudger => !WasLetDown,
        StrategyKind.TwoTats => Round < 2 || (_theirs & 3) != 0,
        StrategyKind.Detective => Round < TestedFor ? Round != 1 : TestWasAnswered && Kept(_theirs, 0),
        StrategyKind.Davis => Round < DavisWaits || !WasLetDown,
        StrategyKind.Shubik => _answersLeft == 0,
        StrategyKind.Feld => Round == 0 || (Kept(_theirs, 0) && dice.Falls(Math.Max(.5, 1 - (.5 * Round / FeldEnds)))),
        StrategyKind.Tullock => Round < TullockWaits || dice.Falls(TullockChance),
        _ => throw new InvalidOperationException($"No machine plays {_kind}."),
    };

    // What became of its test, from the first four encounters alone.
    private bool TestWasAnswered { get; set; }

    private readonly double TullockChance => ((double)BitOperations.PopCount(_theirs & ((1UL << TullockLooksBack) - 1)) / TullockLooksBack) - .1;

    /// <summary>Takes in what really happened, which a mistake may have turned round.</summary>
    public void See(bool mine, bool theirs)
    {
        _mine = (_mine << 1) | (mine ? 1UL : 0);
        _theirs = (_theirs << 1) | (theirs ? 1UL : 0);
        if (_answersLeft > 0)
            _answersLeft--;
        else if (mine && !theirs)
            _answersLeft = ++_letDowns;
        WasLetDown |= !theirs;
        Round++;
        if (Round <= TestedFor)
            TestWasAnswered |= !theirs;
    }

    private static bool Kept(ulong moves, int ago) => ((moves >> ago) & 1) == 1;
}
