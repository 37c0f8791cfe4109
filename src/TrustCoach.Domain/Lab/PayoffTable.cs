namespace TrustCoach.Domain.Lab;

/// <summary>Mean payoff per encounter of each strategy of a population against each, its own included.</summary>
public static class PayoffTable
{
    /// <summary>Plays every pair.</summary>
    /// <param name="repetitions">Matches a pair; one is enough where nothing is left to chance.</param>
    public static double[][] Play(IReadOnlyList<Strategy> strategies, int rounds, int repetitions, double noise, Payoffs payoffs, ulong seed)
    {
        var table = strategies.Select(_ => new double[strategies.Count]).ToArray();
        for (var i = 0; i < strategies.Count; i++)
        {
            for (var j = i; j < strategies.Count; j++)
            {
                MatchCount count = default;
                for (var repetition = 0; repetition < repetitions; repetition++)
                    count += Match.Play(strategies[i], strategies[j], rounds, noise, payoffs, LabDice.Of(seed, i, j, repetition));
                var encounters = (double)rounds * repetitions;
                var (first, second) = (count.First(payoffs) / encounters, count.Second(payoffs) / encounters);
                (table[i][j], table[j][i]) = i == j ? ((first + second) / 2, (first + second) / 2) : (first, second);
            }
        }

        return table;
    }
}
