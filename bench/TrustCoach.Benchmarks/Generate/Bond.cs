using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>One relationship while its history is being lived: all that is kept of it in memory.</summary>
internal sealed class Bond(int number, Relationship relationship, Standing standing, Guid contactId)
{
    public int Number => number;

    public Relationship Relationship => relationship;

    public Standing Standing => standing;

    public Guid ContactId => contactId;

    /// <summary>Touchpoints it is to have.</summary>
    public int Touchpoints { get; set; }

    /// <summary>Nothing but judged encounters: its events are as many as its touchpoints.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Touchpoints lived so far.</summary>
    public int Lived { get; set; }

    /// <summary>The first day of its history, counted from the start of all.</summary>
    public int FirstDay { get; set; }

    /// <summary>Chance that an expectation is missed, by the rep's ways.</summary>
    public double Missed { get; init; }

    /// <summary>The last miss and what it weighs, while an apology may still answer it.</summary>
    public (Evidence Evidence, double Missed)? Breach { get; set; }

    /// <summary>The day of the next touchpoint: they lie evenly, a little shaken.</summary>
    public int NextDay(Random random) => FirstDay + (int)((Lived + random.NextDouble()) * (Size.Days - FirstDay) / Touchpoints);
}
