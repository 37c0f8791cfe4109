namespace TrustCoach.Domain.Opportunities;

/// <summary>The credibility on the day of the offer over some opportunities that ended alike.</summary>
/// <param name="Count">n: offers that could be read.</param>
/// <param name="Sum">Of their points.</param>
/// <param name="Squares">Sum of the squares of their points.</param>
public sealed record OfferGroup(int Count, double Sum, double Squares)
{
    public double Mean => Count == 0 ? 0 : Sum / Count;

    /// <summary>Half of the 80 % interval of the mean, points.</summary>
    public double HalfBand => OfferComparison.Quantile(Count - 1) * Math.Sqrt(MeanVariance);

    /// <summary>Variance of the mean; 0 for fewer than two.</summary>
    internal double MeanVariance => Count < 2 ? 0 : Math.Max(0, (Squares - (Sum * Sum / Count)) / (Count - 1)) / Count;
}

/// <summary>Whether offers that were won went out at another credibility than those lost. It says nothing about a cause.</summary>
public sealed record OfferComparison(OfferGroup Won, OfferGroup Lost)
{
    /// <summary>With fewer on either side chance would speak.</summary>
    public const int Enough = 3;

    // Student's t that holds 80 of 100, by degrees of freedom from 1.
    private static readonly double[] Student =
    [
        3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341,
        1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
    ];

    public bool TooEarly => Won.Count < Enough || Lost.Count < Enough;

    /// <summary>Points by which the mean of what was won lies above that of what was lost; negative when below.</summary>
    public double Difference => Won.Mean - Lost.Mean;

    /// <summary>Half of the 80 % interval of the difference, points (Welch: each side has its own spread).</summary>
    public double HalfBand
    {
        get
        {
            var (won, lost) = (Won.MeanVariance, Lost.MeanVariance);
            if (TooEarly || won + lost == 0)
                return 0;
            var freedom = Math.Pow(won + lost, 2) / ((won * won / (Won.Count - 1)) + (lost * lost / (Lost.Count - 1)));
            return Quantile(freedom) * Math.Sqrt(won + lost);
        }
    }

    /// <summary>In a sentence, and never as a cause.</summary>
    public string Sentence => TooEarly
        ? $"Too early to say: {Won.Count} won and {Lost.Count} lost have a reading on the day of the offer; it takes {Enough} of each."
        : Math.Abs(Difference) <= HalfBand
            ? "No difference that chance alone would not make."
            : FormattableString.Invariant($"Offers that were won went out {Math.Abs(Difference):F0} points {(Difference > 0 ? "above" : "below")} those lost, 80 % between {Low:F0} and {High:F0}. Why, the number does not say.");

    private double Low => Math.Abs(Difference) - HalfBand;

    private double High => Math.Abs(Difference) + HalfBand;

    internal static double Quantile(double freedom) =>
        freedom < 1 ? 0 : freedom <= Student.Length ? Student[(int)freedom - 1] : 1.2816 + (0.855 / freedom);
}
