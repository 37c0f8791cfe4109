using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Promises;

/// <summary>What holds for every promise, whatever is done to it, in any zone and across the changes of summer time.</summary>
public sealed class PromiseProperties
{
    private static readonly TimeZoneInfo[] Zones = [.. new[]
    {
        "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata",
        "Pacific/Auckland", "Pacific/Chatham", "Africa/Cairo", "Asia/Beirut", "America/Havana", "Atlantic/Azores", "UTC",
    }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_most_one_closing_is_in_force_and_the_state_tells_of_it() => Always(life =>
    {
        foreach (var promise in life.Live(booksClock: true))
        {
            var closings = promise.Turns.Where(t => t.IsClosing && t.UndoneAt is null).ToList();
            closings.Count.Should().Be(promise.State is PromiseState.Open or PromiseState.Voided ? 0 : 1);
            (promise.ClosesOn is null).Should().Be(promise.State != PromiseState.Open);
            if (closings is [var closing])
                promise.ClosedOn.Should().Be(closing.Day);
            promise.Turns.Select(t => t.Id).Should().OnlyHaveUniqueItems();
        }
    });

    [Fact]
    public void Kept_by_due_is_never_late_and_kept_after_it_always_is() => Always(life =>
    {
        foreach (var promise in life.Live(booksClock: true).Where(p => p.Condition is null))
        {
            if (promise.Closing is { Kind: PromiseTurnKind.Kept or PromiseTurnKind.Exceeded } kept)
                kept.At.Should().BeOnOrBefore(promise.DueAt);
            if (promise.Closing is { Kind: PromiseTurnKind.KeptLate } late)
                late.At.Should().BeAfter(promise.DueAt);
        }
    });

    [Fact]
    public void Whether_a_job_booked_the_clock_or_not_the_evidence_is_the_same() => Always(life =>
    {
        var (booked, unbooked) = (life.Live(booksClock: true).Last(), life.Live(booksClock: false).Last());
        var calendar = life.Calendar(life.Steps.Length);
        booked.CloseByClock(calendar.Today, calendar);
        unbooked.CloseByClock(calendar.Today, calendar);

        (unbooked.State, unbooked.ClosedOn, unbooked.DueAt).Should().Be((booked.State, booked.ClosedOn, booked.DueAt));
        Evidence(unbooked).Should().Equal(Evidence(booked));
    });

    [Fact]
    public void Broken_by_the_clock_it_is_dated_the_day_the_grace_ends() => Always(life =>
    {
        foreach (var promise in life.Live(booksClock: true))
        {
            if (promise.Closing is not { Kind: PromiseTurnKind.BrokenByClock } turn)
                continue;
            turn.Day.Should().Be(promise.DueDay.AddDays(Given.Grace));
            Days.Of(turn.At, life.Zone).Should().Be(turn.Day);
            turn.At.Should().BeOnOrBefore(turn.RecordedAt);
        }
    });

    [Fact]
    public void A_day_ends_where_the_next_begins() => Prop.ForAll(
        Arb.From(from zone in Gen.Elements(Zones) from day in Gen.Choose(0, 4_000) select (zone, new DateOnly(2024, 1, 1).AddDays(day))), pair =>
        {
            var (zone, day) = pair;
            var end = Days.EndOf(day, zone);
            Days.Of(end, zone).Should().Be(day.AddDays(1));
            Days.Of(end.AddTicks(-1), zone).Should().Be(day);
        }).QuickCheckThrowOnFailure();

    // Ids of turns are made up anew in each life: all else must agree.
    private static IEnumerable<(DateOnly, EvidenceKind, short, bool)> Evidence(Promise promise) =>
        promise.Evidence().OrderBy(e => e.Day).ThenBy(e => e.Kind).Select(e => (e.Day, e.Kind, e.Severity, e.OwnedUp));

    private static void Always(Action<Life> holds)
    {
        var lives =
            from zone in Gen.Elements(Zones)
            from typedIn in Gen.Elements(Zones)
            from madeAfter in Gen.Choose(0, 365 * 24 * 60)
            from dueIn in Gen.Choose(0, 20)
            from hour in Gen.Choose(-24, 23)
            from conditional in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            from steps in Gen.ArrayOf(from act in Gen.Choose(0, 8) from hours in Gen.Choose(0, 120) from dial in Gen.Choose(0, 200) select new Step(act, hours, dial))
            select new Life(zone, typedIn, Start.AddMinutes(madeAfter), dueIn, hour < 0 ? null : new TimeOnly(hour, 0), conditional, steps);
        Prop.ForAll(Arb.From(lives), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private sealed record Step(int Act, int HoursLater, int Dial);

    private sealed record Life(
        TimeZoneInfo Zone, TimeZoneInfo TypedIn, DateTimeOffset MadeAt, int DueIn, TimeOnly? Hour, bool Conditional, Step[] Steps)
    {
        public PromiseCalendar Calendar(int step) =>
            new(MadeAt.AddHours(Steps.Take(step).Sum(s => s.HoursLater)), Zone, TypedIn, Given.Grace);

        /// <summary>The promise after each step; nothing when it could not even be given.</summary>
        public IEnumerable<Promise> Live(bool booksClock)
        {
            var due = Days.Of(MadeAt, TypedIn).AddDays(DueIn + 1);
            var promise = Promise.Make(Given.Of(MadeAt), new(Direction.Ours, "Send it", due, Hour, Conditional ? "If" : null), Calendar(0)).Value;
            yield return promise;
            for (var i = 0; i < Steps.Length; i++)
            {
                var calendar = Calendar(i + 1);
                if (booksClock)
                    promise.CloseByClock(calendar.Today, calendar);
                Do(promise, Steps[i], calendar);
                yield return promise;
            }
        }

        private static void Do(Promise promise, Step step, PromiseCalendar calendar)
        {
            const EvidenceLevel level = EvidenceLevel.SelfReported;
            switch (step.Act)
            {
                case 0 or 1:
                    _ = promise.Keep(calendar.Now.AddHours(-step.Dial), step.Dial % 2 == 0, level, Given.Rep, calendar, step.Dial % 3 == 0 ? "A mail" : null);
                    break;
                case 2:
                    _ = promise.Break(calendar.Now, step.Dial % 2 == 0, level, Given.Rep, null, calendar);
                    break;
                case 3 or 4:
                    _ = promise.Renegotiate(calendar.Today.AddDays(step.Dial / 10), null, step.Dial % 2 == 0, null, level, Given.Rep, calendar);
                    break;
                case 5:
                    _ = promise.ConditionCameTrue(calendar);
                    break;
                case 6:
                    _ = promise.Lapse(calendar.Now, Given.Rep, null, calendar);
                    break;
                case 7 when promise.Closing is { } closing:
                    _ = promise.Reopen(closing.Id, calendar.Now, calendar);
                    break;
                case 8 when step.Dial > 180:
                    _ = promise.Void("Entered twice", calendar.Now);
                    break;
            }
        }
    }
}
