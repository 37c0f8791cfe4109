using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>One ledger entry as a sentence: who, with whom, when, what.</summary>
public sealed record EvidenceLine
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required short Severity { get; init; }

    public required EvidenceLevel Level { get; init; }

    public required bool OwnedUp { get; init; }

    public required Trait? Trait { get; init; }

    public required bool StartedOnTime { get; init; }

    /// <summary>The promise was renegotiated before.</summary>
    public required bool Again { get; init; }

    /// <summary>Kept and missed units (scoring.md 4.1).</summary>
    public required double Kept { get; init; }

    public required double Missed { get; init; }

    /// <summary>Missed units that an apology and something done in time have taken off again.</summary>
    public required double Repaired { get; init; }

    public required Guid RelationshipId { get; init; }

    public required Guid CustomerId { get; init; }

    public required string Customer { get; init; }

    public required Guid RepId { get; init; }

    public required string Rep { get; init; }

    public required Guid? TouchpointId { get; init; }

    public required Guid? PromiseId { get; init; }

    /// <summary>What was promised, noted or summed up; null when nobody wrote anything.</summary>
    public required string? Text { get; init; }

    /// <summary>What the customer expected of the encounter, when it was written down.</summary>
    public required string? Expectation { get; init; }

    public Evidence Evidence => new(Id, Day.DayNumber, Kind, Severity, PromiseId, Level, OwnedUp, Trait, StartedOnTime);
}

/// <summary>Where a list of events goes on: after this one.</summary>
public sealed record EvidenceCursor(DateOnly Day, Guid Id)
{
    /// <summary>Before every event.</summary>
    public static EvidenceCursor Start { get; } = new(DateOnly.MaxValue, Guid.Empty);

    public override string ToString() => FormattableString.Invariant($"{Day:yyyyMMdd}-{Id:n}");

    /// <summary>The cursor of an address; the start when it is none.</summary>
    public static EvidenceCursor Of(string? text) =>
        text is { Length: 41 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", out var day) && Guid.TryParseExact(text[9..], "n", out var id)
            ? new EvidenceCursor(day, id) : Start;
}
