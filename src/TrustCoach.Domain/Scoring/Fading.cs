namespace TrustCoach.Domain.Scoring;

/// <summary>
/// Exponential fading by whole days. 2^(days/H) is the product of a power of two and one of H numbers from a table:
/// exact to the last bit or two, the same on every machine, and far cheaper than a call to Math.Pow.
/// </summary>
public sealed class Fading
{
    private static readonly Fading?[] Known = new Fading?[4096];

    // Days are divided by multiplying with a scaled reciprocal: exact for this many days either way and half-lives below 4096.
    private const int Near = 1 << 16;
    private const int Scale = 43;

    private readonly double[] _withinHalfLife;
    private readonly ulong _reciprocal;
    private readonly int _offset;
    private readonly int _offsetHalvings;

    private Fading(int halfLife)
    {
        HalfLife = halfLife;
        _reciprocal = ((1UL << Scale) / (ulong)halfLife) + 1;
        _offsetHalvings = (Near / halfLife) + 1;
        _offset = _offsetHalvings * halfLife;
        _withinHalfLife = new double[halfLife];
        for (var day = 0; day < halfLife; day++)
            _withinHalfLife[day] = Math.Pow(2, (double)day / halfLife);
    }

    /// <summary>Days until something counts half; 1 to 4095.</summary>
    public int HalfLife { get; }

    /// <summary>The table of a half-life, made once.</summary>
    public static Fading Of(int halfLife)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfLife, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(halfLife, Known.Length);
        return Known[halfLife] ??= new Fading(halfLife);
    }

    /// <summary>2^(-days/H): what is left after so many days.</summary>
    public double After(int days) => Power(-days);

    /// <summary>The weight of something on a day in a landmark sum: 2^((day - landmark)/H).</summary>
    public double Weight(int day) => Power(day - Standing.Landmark);

    /// <summary>The factor that brings a landmark sum to the day of reading: 2^(-(day - landmark)/H).</summary>
    public double ToDay(int day) => Power(Standing.Landmark - day);

    private double Power(int days)
    {
        if (days is <= -Near or >= Near)
            return Math.Pow(2, (double)days / HalfLife);

        var shifted = days + _offset;
        var halvings = (int)(((ulong)shifted * _reciprocal) >> Scale);
        var within = _withinHalfLife[shifted - (halvings * HalfLife)];
        halvings -= _offsetHalvings;
        return halvings is > -1000 and < 1000
            ? within * BitConverter.Int64BitsToDouble((1023L + halvings) << 52)
            : Math.ScaleB(within, halvings);
    }
}
