namespace TrustCoach.Domain.Scoring;

/// <summary>
/// What is stored of one relationship: enough to read both scores on any later day, and to take the next event in one step
/// whatever the history (scoring.md 4.2). Every fading sum is kept as sum(x * 2^((day - Landmark)/H)), so that time passing
/// changes nothing in the row and a reader multiplies by one factor per half-life, the same for all rows.
/// </summary>
public sealed partial class Standing
{
    /// <summary>Day number of 2000-01-01, where all landmark sums have weight one.</summary>
    public const int Landmark = 730_119;

    /// <summary>The number of traits.</summary>
    public const int TraitCount = 5;

    private Standing()
    {
    }

    /// <summary>A relationship in which nothing was judged yet.</summary>
    public Standing(Guid organizationId = default, Guid relationshipId = default, Guid repId = default) =>
        (OrganizationId, RelationshipId, RepId) = (organizationId, relationshipId, repId);

    public Guid OrganizationId { get; init; }

    public Guid RelationshipId { get; init; }

    public Guid RepId { get; init; }

    /// <summary>G of credibility; landmark sum at its half-life.</summary>
    public double KeptC { get; private set; }

    /// <summary>Ordinary part of B of credibility, after repairs; landmark sum at its half-life.</summary>
    public double MissedC { get; private set; }

    /// <summary>G of trust, each day capped; landmark sum at its half-life.</summary>
    public double KeptT { get; private set; }

    /// <summary>Ordinary part of B of trust, after repairs; landmark sum at its half-life.</summary>
    public double MissedT { get; private set; }

    /// <summary>Lies, gossip and exaggeration, the same for both scores; landmark sum at the integrity half-life.</summary>
    public double Integrity { get; private set; }

    /// <summary>Lateness on days before <see cref="LastLateDay"/>; landmark sum at the lateness half-life.</summary>
    public double LateLoad { get; private set; }

    /// <summary>Day number of the last lateness.</summary>
    public int? LastLateDay { get; private set; }

    /// <summary>How often late on <see cref="LastLateDay"/>; these join <see cref="LateLoad"/> on the next day of lateness.</summary>
    public int LateOnLastDay { get; private set; }

    /// <summary>n: events with evidence.</summary>
    public int Judged { get; private set; }

    /// <summary>n_eff: each event with evidence as 1; landmark sum at the evidence half-life.</summary>
    public double EvidenceWeight { get; private set; }

    /// <summary>Gp: kept outcomes as 1 each; landmark sum at the forecast half-life.</summary>
    public double ForecastKept { get; private set; }

    /// <summary>Bp: missed outcomes as 1 each; landmark sum at the forecast half-life.</summary>
    public double ForecastMissed { get; private set; }

    /// <summary>Day number of the first event with evidence.</summary>
    public int? FirstDay { get; private set; }

    /// <summary>Day number of the last event of any kind; an earlier one needs a refold.</summary>
    public int? LastDay { get; private set; }

    /// <summary>Kept units on <see cref="LastDay"/> before the day cap.</summary>
    public double KeptOnLastDay { get; private set; }

    /// <summary>What trust cannot exceed, in points; 100 without a lie.</summary>
    public double Ceiling { get; private set; } = 100;

    /// <summary>Every lie, in order of day and id.</summary>
    public List<Lie> Lies { get; private set; } = [];

    /// <summary>Day number of the last lie of severity 3.</summary>
    public int? LastGraveLieDay { get; private set; }

    /// <summary>Day number of the last lie, gossip or exaggeration of severity 2 or 3.</summary>
    public int? LastIntegrityDay { get; private set; }

    /// <summary>The last five outcomes, newest in the lowest bit, 1 for missed; of one day's outcomes the missed ones count as newest.</summary>
    public int RecentOutcomes { get; private set; }

    /// <summary>Missed outcomes on <see cref="LastDay"/>, so that the order within a day does not matter.</summary>
    public int MissedOnLastDay { get; private set; }

    /// <summary>Kept units by trait; landmark sums at the traits' half-life.</summary>
    public double[] TraitKept { get; private set; } = new double[TraitCount];

    /// <summary>Missed units by trait; landmark sums at the traits' half-life.</summary>
    public double[] TraitMissed { get; private set; } = new double[TraitCount];

    /// <summary>Events with a share in each trait.</summary>
    public int[] TraitEvents { get; private set; } = new int[TraitCount];

    /// <summary>n at the end of the first day that ended credible or trusted, at reputation one half and a cold opening.</summary>
    public int? EncountersUntilCredible { get; private set; }

    /// <summary>Day number of that day; while it is <see cref="LastDay"/> the verdict may still change.</summary>
    public int? CredibleDay { get; private set; }

    /// <summary>Value of what the rep gave; landmark sum at the reciprocity half-life.</summary>
    public double Gave { get; private set; }

    /// <summary>Value of what the rep took; landmark sum at the reciprocity half-life.</summary>
    public double Took { get; private set; }

    /// <summary>When the two last met, courtesy included; null before the first encounter. In UTC.</summary>
    public DateTimeOffset? LastContactAt { get; private set; }

    /// <summary>Notes an encounter, of whatever outcome.</summary>
    public void Meet(DateTimeOffset at) => LastContactAt = LastContactAt > at ? LastContactAt : at;

    /// <summary>Notes the last of all encounters, after one was corrected or withdrawn.</summary>
    public void MetLast(DateTimeOffset? at) => LastContactAt = at;
}
