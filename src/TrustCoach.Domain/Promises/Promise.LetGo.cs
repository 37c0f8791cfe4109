using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Promises;

public sealed partial class Promise
{
    /// <summary>True while it is open and its date has not passed: then whoever takes the customer over can still keep it.</summary>
    public bool IsStillInTime(DateTimeOffset now) => State == PromiseState.Open && DueAt >= now;

    /// <summary>
    /// Closes one that is still in time because the relationship ends: nobody broke anything, so it weighs nothing.
    /// One that is past due stays with who gave it, and so does its clock.
    /// </summary>
    public Result<PromiseTurn> LetGo(Guid by, string reason, PromiseCalendar calendar) =>
        IsStillInTime(calendar.Now)
            ? Close(PromiseState.Lapsed, PromiseTurnKind.Lapsed, calendar.Now, EvidenceLevel.SelfReported, by, reason, calendar)
            : new Problem("", "Only a promise that is still in time can be let go.");

    /// <summary>The same word as the next rep's own: same text, date and weight, given when the customer first heard it.</summary>
    public Result<Promise> PassOn(Guid id, Guid relationshipId, Guid repId, Guid by, PromiseCalendar calendar)
    {
        // A whole day stays a whole day of the organization; an hour is re-read in the zone it is written in here.
        var (day, time) = HasTime
            ? (Days.Of(DueAt, calendar.Zone), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(DueAt, calendar.Zone).DateTime))
            : (DueDay, (TimeOnly?)null);
        var passed = Make(
            new PromiseOf(OrganizationId, id, relationshipId, repId, CustomerId, by, MadeAt),
            new PromiseDetails(Direction, Text, day, time, Condition, Severity),
            calendar with { TypedIn = calendar.Zone });
        if (!passed.Refused(out _, out var promise) && ConditionMetAt is { } met)
            promise.ConditionMetAt = met;
        return passed;
    }
}
