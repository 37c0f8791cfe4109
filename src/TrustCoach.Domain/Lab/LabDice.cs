using System.Numerics;

namespace TrustCoach.Domain.Lab;

/// <summary>
/// Chance in the lab: xoshiro256** of Blackman and Vigna (2018), seeded through SplitMix64. Written out here so that a link shows the
/// same result on every machine and under every version of the runtime, which System.Random does not promise.
/// </summary>
public struct LabDice
{
    private const double Unit = 1d / (1UL << 53);

    private ulong _a, _b, _c, _d;

    /// <summary>Dice of their own for a place in a run (a match, a round): what happens elsewhere does not touch them.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="place">Where in the run; other places throw other dice.</param>
    public static LabDice Of(ulong seed, params ReadOnlySpan<int> place)
    {
        var state = seed;
        foreach (var at in place)
            state = Mixed(ref state) ^ (uint)at;
        return new LabDice { _a = Mixed(ref state), _b = Mixed(ref state), _c = Mixed(ref state), _d = Mixed(ref state) };
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double NextShare() => (Next() >> 11) * Unit;

    /// <summary>True with the chance given; 0 never and 1 always, without a throw.</summary>
    public bool Falls(double chance) => chance switch { <= 0 => false, >= 1 => true, _ => NextShare() < chance };

    private static ulong Mixed(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
