namespace TrustCoach.Domain.Scoring;

/// <summary>Rounds the parts of a number so that they still add up to it as it is shown.</summary>
public static class RoundedParts
{
    /// <summary>
    /// Each part rounded up or down, the largest remainders up, until the sum is the rounded total. A part is never
    /// further than one unit of the last decimal from what it is.
    /// </summary>
    /// <param name="total">What the parts add up to.</param>
    /// <param name="decimals">Decimals shown, 0 to 6.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> parts, double total, int decimals = 1)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var scale = Math.Pow(10, decimals);
        var whole = parts.Select(part => (long)Math.Floor(part * scale)).ToArray();
        var missing = (long)Math.Round(total * scale, MidpointRounding.AwayFromZero) - whole.Sum();
        var upwards = Enumerable.Range(0, whole.Length)
            .OrderByDescending(i => (parts[i] * scale) - whole[i]).ThenBy(i => i)
            .Take((int)Math.Clamp(missing, 0, whole.Length));
        foreach (var i in upwards.ToList())
            whole[i]++;
        return [.. whole.Select(units => units / scale)];
    }
    /// <summary>The same with the last parts each rounded to the nearest, wherever they are shown; the others make up for it. One decimal.</summary>
    /// <param name="end">How many of the last parts.</param>
    public static IReadOnlyList<double> WithFixedEnd(IReadOnlyList<double> parts, int end, double total)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count <= end)
            return Of(parts, total);
        var last = parts.Skip(parts.Count - end).Select(part => Math.Round(part, 1, MidpointRounding.AwayFromZero)).ToList();
        var shown = Math.Round(total, 1, MidpointRounding.AwayFromZero) - last.Sum();
        return [.. Of([.. parts.Take(parts.Count - end)], shown), .. last];
    }
}
