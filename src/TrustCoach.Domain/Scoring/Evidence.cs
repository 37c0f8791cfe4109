namespace TrustCoach.Domain.Scoring;

/// <summary>One event of a relationship that counts for its scores (scoring.md 4.1).</summary>
/// <param name="Id">The event's id; an id that comes twice counts once.</param>
/// <param name="Day">Calendar day in the organization's time zone, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Severity">1 mild, 2 normal, 3 severe; means nothing on a kept event or a repair.</param>
/// <param name="Ref">The promise it belongs to, or the event that it repairs.</param>
/// <param name="Level">How a kept event is known.</param>
/// <param name="OwnedUp">The rep logged the miss before a customer, a manager or the clock did.</param>
/// <param name="Trait">The trait chosen for a met, exceeded or missed expectation, if any.</param>
/// <param name="StartedOnTime">A planned encounter that began on time.</param>
public readonly record struct Evidence(
    Guid Id,
    int Day,
    EvidenceKind Kind,
    int Severity = 2,
    Guid? Ref = null,
    EvidenceLevel Level = EvidenceLevel.Witnessed,
    bool OwnedUp = false,
    Trait? Trait = null,
    bool StartedOnTime = false);

/// <summary>What one event weighs, in units where one met expectation is 1. Stored beside the event so that a later repair finds it.</summary>
/// <param name="Kept">g after the evidence level, before the day cap of trust; at least 0.</param>
/// <param name="Missed">
/// b after lateness and owning up, before any repair. For a repair that took effect: what it takes off (negative),
/// fading from the day of the repaired miss.
/// </param>
public readonly record struct EvidenceUnits(double Kept, double Missed);

/// <summary>What a single step cannot know about an event's past; the default says "nothing to know".</summary>
/// <param name="Repaired">The event an apology or make-good refers to; null when there is none in this relationship.</param>
/// <param name="RepairedMissed">That event's stored <see cref="EvidenceUnits.Missed"/>.</param>
/// <param name="AlreadyRepaired">An event of the same kind already repaired it.</param>
/// <param name="AlreadyRenegotiated">The promise was renegotiated before.</param>
public readonly record struct EvidenceContext(
    Evidence? Repaired = null,
    double RepairedMissed = 0,
    bool AlreadyRepaired = false,
    bool AlreadyRenegotiated = false);

/// <summary>Something given beyond business, or taken (scoring.md 4.7). Touches neither score.</summary>
/// <param name="Id">The gesture's id.</param>
/// <param name="Day">Calendar day as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Given">True from rep to customer, false the other way.</param>
/// <param name="Value">1 small to 3 large.</param>
public readonly record struct Favour(Guid Id, int Day, bool Given, int Value);
