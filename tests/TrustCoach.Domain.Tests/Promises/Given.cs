using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Promises;

/// <summary>A promise made on Wednesday 2 September 2026 at nine in Berlin, and the days around it.</summary>
internal static class Given
{
    public const int Grace = 7;

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly Guid Rep = Guid.NewGuid();

    public static readonly DateOnly Wednesday = new(2026, 9, 2);

    public static readonly DateTimeOffset Made = At(Wednesday, 9);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => Days.At(day, new TimeOnly(hour, minute), Berlin);

    public static PromiseCalendar On(DateOnly day, int hour = 9) => Calendar(At(day, hour));

    public static PromiseCalendar Calendar(DateTimeOffset now, TimeZoneInfo? typedIn = null) => new(now, Berlin, typedIn ?? Berlin, Grace);

    public static PromiseOf Of(DateTimeOffset? madeAt = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Rep, Guid.NewGuid(), Rep, madeAt ?? Made);

    public static Result<Promise> Make(PromiseDetails details, PromiseCalendar? calendar = null) =>
        Promise.Make(Of(calendar?.Now), details, calendar ?? Calendar(Made));

    /// <summary>Due on a day counted from Wednesday, whole day unless an hour is named.</summary>
    public static Promise APromise(int dueIn = 2, TimeOnly? at = null, string? condition = null, Direction direction = Direction.Ours) =>
        Make(new(direction, "Send the depot audit", Wednesday.AddDays(dueIn), at, condition)).Value;

    public static Result<PromiseTurn> KeepOn(this Promise promise, DateTimeOffset at, string? reason = null, DateTimeOffset? now = null) =>
        promise.Keep(at, false, EvidenceLevel.SelfReported, Rep, Calendar(now ?? at), reason);

    public static Result<PromiseTurn> BreakOn(this Promise promise, DateOnly day) =>
        promise.Break(At(day, 9), true, EvidenceLevel.SelfReported, Rep, null, On(day));

    public static Result<PromiseTurn> MoveOn(this Promise promise, DateOnly day, DateOnly to, bool agreed = true) =>
        promise.Renegotiate(to, null, agreed, null, EvidenceLevel.SelfReported, Rep, On(day));

    public static Problem Refusal<T>(this Result<T> result) =>
        result.Refused(out var problem, out _) ? problem : throw new InvalidOperationException("It was not refused.");
}
