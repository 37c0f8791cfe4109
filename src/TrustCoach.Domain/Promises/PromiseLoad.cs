namespace TrustCoach.Domain.Promises;

/// <summary>How many of a rep's own promises fell due in one week, and how many of them were kept in time.</summary>
/// <param name="Week">The Monday it begins with, in the organization's zone.</param>
/// <param name="Due">Kept, kept late and broken: what was lapsed or withdrawn bound nobody.</param>
/// <param name="Kept">In time.</param>
public sealed record LoadWeek(DateOnly Week, int Due, int Kept);

/// <summary>What a rep's own past says of a week's load: how the word was kept in weeks with as much due, and in lighter ones.</summary>
/// <param name="Load">Promises due in the week that is looked at.</param>
/// <param name="Busy">Promises that fell due in weeks with at least as many, and how many of them were kept in time.</param>
/// <param name="Light">The same for lighter weeks.</param>
/// <param name="Most">The most that ever fell due in one week; 0 when nothing did.</param>
public sealed record PromiseLoad(int Load, (int Kept, int Due) Busy, (int Kept, int Due) Light, int Most)
{
    /// <summary>Under so many promises on either side nothing is said: judgement.</summary>
    public const int EnoughPromises = 5;

    /// <summary>A share of kept promises that is lower by so much is worth a word: judgement.</summary>
    public const double NoticedDrop = 0.1;

    /// <summary>Days of the past that are looked at.</summary>
    public const int Days = 364;

    public static PromiseLoad Of(IReadOnlyCollection<LoadWeek> weeks, int load)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        var (busy, light) = (weeks.Where(w => w.Due >= load).ToList(), weeks.Where(w => w.Due < load).ToList());
        return new(
            load, (busy.Sum(w => w.Kept), busy.Sum(w => w.Due)), (light.Sum(w => w.Kept), light.Sum(w => w.Due)),
            weeks.Count == 0 ? 0 : weeks.Max(w => w.Due));
    }

    /// <summary>In weeks like this one the rep's own word was kept less often than in lighter ones.</summary>
    public bool IsTooMuch => Busy.Due >= EnoughPromises && Light.Due >= EnoughPromises
        && Share(Busy) <= Share(Light) - NoticedDrop;

    /// <summary>More than was ever due in one week: nothing is known of such a week.</summary>
    public bool IsUnknown => Load > Most && Light.Due >= EnoughPromises;

    private static double Share((int Kept, int Due) of) => (double)of.Kept / of.Due;
}
