namespace TrustCoach.Domain.Method;

/// <summary>Student's distribution, as much of it as an interval needs.</summary>
public static class StudentT
{
    /// <summary>The value below which a share of the distribution lies, by halving over its cumulative form.</summary>
    /// <param name="share">Above one half and below one.</param>
    /// <param name="freedom">Degrees of freedom, from 1.</param>
    public static double Quantile(double share, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Cumulative(high, freedom) < share)
            high *= 2;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle, freedom) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // The finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4, exact for whole degrees of freedom.
    private static double Cumulative(double t, int freedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var (even, sum, term) = (freedom % 2 == 0, 0.0, 1.0);
        for (var k = even ? 0 : 1; k <= freedom - 2; k += 2)
        {
            term = k == 0 ? 1 : k == 1 ? cosine : term * cosine * cosine * (k - 1) / k;
            sum += term;
        }

        var within = even ? sine * sum : 2 / Math.PI * (angle + (sine * sum));
        return 0.5 + (within / 2);
    }
}
