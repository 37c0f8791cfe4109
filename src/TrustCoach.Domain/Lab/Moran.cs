namespace TrustCoach.Domain.Lab;

/// <summary>
/// A population of so many, one birth and one death at a time (Moran 1958; with payoffs as fitness Nowak, Sasaki, Taylor and Fudenberg,
/// Nature 428, 2004): who earns more is copied more often, anybody may be replaced. Chance alone can end a good strategy here.
/// </summary>
public static class Moran
{
    /// <summary>How many of each there are after one birth and one death.</summary>
    public static void Step(double[][] payoffs, int[] counts, ref LabDice dice)
    {
        var parent = Parent(payoffs, counts, ref dice);
        var dies = dice.NextShare() * counts.Sum();
        var gone = 0;
        for (var before = 0; gone < counts.Length - 1; gone++)
        {
            before += counts[gone];
            if (dies < before)
                break;
        }

        counts[gone]--;
        counts[parent]++;
    }

    /// <summary>How many of each there are in every generation, as many steps as there are players; the first one included.</summary>
    public static IReadOnlyList<int[]> Run(double[][] payoffs, int[] start, int generations, LabDice dice)
    {
        var course = new List<int[]>(generations + 1) { start };
        var (counts, size) = ((int[])start.Clone(), start.Sum());
        for (var generation = 0; generation < generations; generation++)
        {
            // One kind alone stays alone.
            for (var step = 0; step < size && Array.IndexOf(counts, size) < 0; step++)
                Step(payoffs, counts, ref dice);
            course.Add([.. counts]);
        }

        return course;
    }

    // Drawn by what each kind earns against all others, itself left out. Where nobody earns anything, anybody.
    private static int Parent(double[][] payoffs, int[] counts, ref LabDice dice)
    {
        Span<double> weights = stackalloc double[counts.Length];
        var all = 0d;
        for (var i = 0; i < counts.Length; i++)
        {
            var fitness = -payoffs[i][i];
            for (var j = 0; j < counts.Length; j++)
                fitness += payoffs[i][j] * counts[j];
            weights[i] = counts[i] == 0 ? 0 : counts[i] * Math.Max(fitness, 0);
            all += weights[i];
        }

        if (all <= 0)
        {
            all = counts.Sum();
            for (var i = 0; i < counts.Length; i++)
                weights[i] = counts[i];
        }

        var drawn = dice.NextShare() * all;
        var (at, before) = (0, weights[0]);
        while (at < counts.Length - 1 && drawn >= before)
            before += weights[++at];
        // Rounding may lead past the last one who is there.
        while (counts[at] == 0)
            at--;
        return at;
    }
}
