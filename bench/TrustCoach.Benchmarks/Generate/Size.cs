namespace TrustCoach.Benchmarks.Generate;

/// <summary>How big an organization to make. The history of each rep's relationships ends yesterday.</summary>
internal sealed record Size(int Touchpoints, int Reps, int Relationships, int Customers)
{
    /// <summary>Days of history.</summary>
    public const int Days = 1000;

    /// <summary>Relationships of the first rep, whose Today page is measured; and the promises open on it.</summary>
    public const int BusyRelationships = 150;

    public const int BusyPromises = 40;

    /// <summary>So many reps, after the first, have a long relationship and some short ones, to log in from as many connections.</summary>
    public const int Loggers = 16;

    /// <summary>Short relationships of each of them.</summary>
    public const int ShortOnes = 20;

    public const int ShortHistory = 10;

    public const int MiddleHistory = 500;

    /// <summary>Events of a long relationship; a small database has fewer and shorter ones.</summary>
    public int LongHistory => Math.Min(5000, Touchpoints / 40);

    public static Size Of(Options options) => new(
        options.Number("touchpoints", 1_000_000), options.Number("reps", 200), options.Number("relationships", 20_000), options.Number("customers", 50_000));
}
