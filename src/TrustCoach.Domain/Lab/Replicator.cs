namespace TrustCoach.Domain.Lab;

/// <summary>
/// A population without end, in discrete generations: a share grows by its mean payoff divided by everybody's (Taylor and Jonker 1978;
/// the ecological tournament of Axelrod 1984). Shares add up to 1, and what is not there never comes.
/// </summary>
public static class Replicator
{
    /// <summary>The shares of the next generation.</summary>
    /// <param name="shares">Sum to 1.</param>
    public static double[] Step(double[][] payoffs, double[] shares)
    {
        var grown = new double[shares.Length];
        var mean = 0d;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0)
                continue;
            var (row, fitness) = (payoffs[i], 0d);
            for (var j = 0; j < row.Length; j++)
                fitness += row[j] * shares[j];
            mean += grown[i] = shares[i] * fitness;
        }

        if (mean <= 0)
            return [.. shares];
        for (var i = 0; i < grown.Length; i++)
            grown[i] /= mean;
        return grown;
    }

    /// <summary>The shares of every generation, the first one included.</summary>
    public static IReadOnlyList<double[]> Run(double[][] payoffs, double[] start, int generations)
    {
        var course = new List<double[]>(generations + 1) { start };
        for (var generation = 0; generation < generations; generation++)
            course.Add(Step(payoffs, course[^1]));
        return course;
    }
}
