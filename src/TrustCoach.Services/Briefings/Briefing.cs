using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Method;
using TrustCoach.Services.Customers;

namespace TrustCoach.Services.Briefings;

/// <summary>All one wants to know on one page before meeting a customer.</summary>
public sealed record Briefing
{
    /// <summary>Touchpoints that are told.</summary>
    public const int Touchpoints = 5;

    public required CustomerFacts Customer { get; init; }

    public required RelationshipFacts Relationship { get; init; }

    /// <summary>The encounter it prepares for; null when none is planned.</summary>
    public required BriefedEncounter? Encounter { get; init; }

    /// <summary>What not to get wrong, the gravest first.</summary>
    public required IReadOnlyList<Care> Cares { get; init; }

    /// <summary>Open promises of both sides, soonest first.</summary>
    public required IReadOnlyList<OpenPromise> Promises { get; init; }

    /// <summary>The last few, newest first.</summary>
    public required IReadOnlyList<TimelineRow> Timeline { get; init; }

    /// <summary>Unanswered ones, the oldest first.</summary>
    public required IReadOnlyList<FearRow> Fears { get; init; }

    /// <summary>Of the rep's team.</summary>
    public required StepCard Card { get; init; }

    /// <summary>How quickly it gains traction; empty before the first contact.</summary>
    public required IReadOnlyList<TractionReading> Traction { get; init; }

    /// <summary>What the reader wrote to themselves; null where nothing was written, and for everybody else.</summary>
    public WrittenSelfCheck? SelfCheck { get; init; }
}

/// <summary>An encounter to come, or one that has begun and of which nobody has said yet how it went.</summary>
/// <param name="Begun">What they expect is locked.</param>
/// <param name="Who">The contact, when one is named.</param>
public sealed record BriefedEncounter(
    Guid Id, DateTimeOffset At, Domain.Touchpoints.Channel? Channel, string? Who, string? Expectation, bool ExpectationChangedLate, int Version, bool Begun);
