namespace TrustCoach.Domain.Promises;

/// <summary>When a promise falls due: the last instant in time, and the organization's day that holds it.</summary>
internal readonly record struct Due(DateTimeOffset At, DateOnly Day, bool HasTime);

/// <summary>Whose promise it is and where it came from; fixed once given.</summary>
public sealed record PromiseOf(
    Guid OrganizationId, Guid Id, Guid RelationshipId, Guid RepId, Guid CustomerId, Guid RecordedBy, DateTimeOffset MadeAt,
    Guid? TouchpointId = null, string? ExternalId = null, Guid? ImportId = null);

/// <summary>What the form says about a promise.</summary>
public sealed record PromiseDetails(
    Direction Direction, string? Text, DateOnly? DueDay, TimeOnly? DueTime = null, string? Condition = null, short Severity = Touchpoints.Severity.Normal);

/// <summary>The clock and the zones a promise is judged by.</summary>
/// <param name="Zone">The organization's zone: the days of scoring begin and end in it.</param>
/// <param name="TypedIn">The zone in which a typed day and hour are meant.</param>
/// <param name="GraceDays">Days after the due day before the clock calls it broken.</param>
public sealed record PromiseCalendar(DateTimeOffset Now, TimeZoneInfo Zone, TimeZoneInfo TypedIn, int GraceDays)
{
    /// <summary>The organization's calendar day right now.</summary>
    public DateOnly Today => Days.Of(Now, Zone);
}
