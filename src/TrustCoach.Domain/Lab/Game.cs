namespace TrustCoach.Domain.Lab;

/// <summary>
/// A person against a strategy. The whole game is its seed and the person's moves: played again from there each time, so that a link
/// holds it and nothing is stored. Each encounter has dice of its own; a move taken back leaves the mistakes where they were.
/// </summary>
public static class Game
{
    public const int MostRounds = 40;

    /// <summary>Every encounter up to the last move.</summary>
    /// <param name="moves">The person's: true means to keep one's word.</param>
    /// <param name="noise">The chance, 0 to 1, that a move comes out reversed, for either side.</param>
    public static IReadOnlyList<Encounter> Replay(Strategy opponent, IReadOnlyList<bool> moves, double noise, Payoffs payoffs, ulong seed)
    {
        var machine = new Machine(opponent, payoffs);
        var encounters = new List<Encounter>(moves.Count);
        for (var round = 0; round < moves.Count; round++)
        {
            var dice = LabDice.Of(seed, round);
            var (iSlip, theySlip) = (dice.Falls(noise), dice.Falls(noise));
            // Thrown whether or not it is needed, so that a mistake does not move the strategy's own chance.
            dice = LabDice.Of(seed, round, 1);
            var theyMean = machine.MeansToKeep(ref dice);
            var why = Reasons.Of(opponent, encounters, theyMean);
            var (mine, theirs) = (moves[round] ^ iSlip, theyMean ^ theySlip);
            machine.See(theirs, mine);
            encounters.Add(new(round + 1, moves[round], mine, theyMean, theirs, payoffs.For(mine, theirs), payoffs.For(theirs, mine), why));
        }

        return encounters;
    }
}
