namespace TrustCoach.Web.Charts;

/// <summary>Moves dots apart so that neighbours can be told from each other. The same values give the same picture.</summary>
public static class Beeswarm
{
    /// <summary>An offset for each position: 0, then one lane up, one down, two up and so on, the first that is free.</summary>
    /// <param name="positions">Positions on the line.</param>
    /// <param name="apart">The distance at which two dots in one lane stop touching.</param>
    /// <param name="lanes">Lanes on each side of the line; when all are taken the dots lie on each other in the middle.</param>
    public static int[] Lanes(IReadOnlyList<double> positions, double apart, int lanes)
    {
        var result = new int[positions.Count];
        var lastIn = new double[(2 * lanes) + 1];
        Array.Fill(lastIn, double.NegativeInfinity);
        foreach (var index in Enumerable.Range(0, positions.Count).OrderBy(i => positions[i]).ThenBy(i => i))
        {
            var lane = 0;
            for (var step = 0; step <= 2 * lanes; step++)
            {
                var candidate = step % 2 == 0 ? -step / 2 : (step + 1) / 2;
                if (positions[index] - lastIn[candidate + lanes] >= apart)
                {
                    lane = candidate;
                    break;
                }
            }

            lastIn[lane + lanes] = positions[index];
            result[index] = lane;
        }

        return result;
    }
}
