using TrustCoach.Domain.Promises;

namespace TrustCoach.Services.Promises;

/// <summary>A promise as a list shows it.</summary>
/// <param name="WaitsOnCondition">Its condition has not come true: its date binds nobody yet.</param>
/// <param name="State">As the clock has it, whether or not a job has booked that.</param>
/// <param name="ClosedOn">The day it was closed, or on which the clock closes it, in the organization's zone.</param>
public sealed record PromiseRow(
    Guid Id, string Text, Direction Direction, Guid RelationshipId, Guid CustomerId, string Customer, Guid RepId, string Rep, DateTimeOffset DueAt, bool HasTime,
    string? Condition, bool WaitsOnCondition, PromiseState State, DateOnly? ClosedOn, int Renegotiations, short Severity)
{
    /// <summary>What waiting costs; null before the rows are weighed, and for what costs nothing soon.</summary>
    public PromiseCost? Cost { get; init; }
}

/// <summary>Where a page of a list ends: the row's key, written into the next page's address.</summary>
/// <param name="Ticks">UTC ticks of an instant, or a day number.</param>
public readonly record struct PromiseCursor(long Ticks, Guid Id)
{
    public override string ToString() => FormattableString.Invariant($"{Ticks}-{Id:n}");

    /// <summary>Reads an address back; anything else is the first page.</summary>
    public static PromiseCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, System.Globalization.CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "n", out var key)
            ? new(at, key)
            : null;
}

/// <summary>One page of promises.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record PromisesPage(IReadOnlyList<PromiseRow> Rows, PromiseCursor? Next);

/// <summary>A rep to filter by.</summary>
public sealed record RepChoice(Guid Id, string Name);

/// <summary>A relationship a promise can be given in.</summary>
/// <param name="Rep">The rep's name when it is not the actor's own.</param>
public sealed record RelationshipChoice(Guid Id, Guid CustomerId, string Customer, Guid RepId, string? Rep);
