using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class CoachingSessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Guid Rep = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();

    private static CoachingSession Planned() =>
        CoachingSession.Plan(Guid.NewGuid(), Guid.NewGuid(), Rep, Manager, Now.AddDays(1), 2, Now).Value;

    [Theory]
    [InlineData(-1, 2, "PlannedAt"), InlineData(366, 2, "PlannedAt"), InlineData(1, 5, "EveryWeeks"), InlineData(1, -1, "EveryWeeks")]
    public void Is_planned_within_a_year_and_at_most_every_four_weeks(int days, int weeks, string field)
    {
        CoachingSession.Plan(Guid.NewGuid(), Guid.NewGuid(), Rep, Manager, Now.AddDays(days), weeks, Now).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
    }

    [Fact]
    public void Of_two_who_move_it_at_once_the_second_is_told()
    {
        var session = Planned();
        session.Move(Now.AddDays(3), 1, 1, Now).Should().BeNull();
        session.Move(Now.AddDays(4), 1, 1, Now)!.Message.Should().Contain("moved meanwhile");
        session.PlannedAt.Should().Be(Now.AddDays(3));
    }

    [Fact]
    public void Of_two_who_write_the_shared_note_at_once_the_second_is_told_and_nothing_is_written_over()
    {
        var session = Planned();
        session.WriteShared("First.", 0, Manager).Should().BeNull();
        session.WriteShared("Second.", 0, Rep)!.Field.Should().Be("SharedNote");
        session.SharedNote.Should().Be("First.");
        session.WriteShared("First. Second.", 1, Rep).Should().BeNull();
        (session.SharedNote, session.SharedBy).Should().Be(("First. Second.", Rep));
    }

    [Fact]
    public void The_rep_s_words_are_told_apart_from_an_older_screen_s()
    {
        var session = Planned();
        session.Write(new("Good week", " ", null), 0, Now).Should().BeNull();
        session.Words.Should().Be(new SessionWords("Good week", null, null));
        session.Write(new("Other", null, null), 0, Now)!.Message.Should().Contain("another screen");
        session.Write(new(null, null, null), 1, Now).Should().BeNull();
        session.WordsAt.Should().BeNull("nothing is written any more");
    }

    [Fact]
    public void A_closed_session_is_written_into_no_more_but_acknowledged_once()
    {
        var session = Planned();
        session.Acknowledge(null, Now).Should().NotBeNull("it was not held yet");
        session.Hold(Now).Should().BeNull();
        session.Write(new("x", null, null), 0, Now).Should().NotBeNull();
        session.WriteShared("x", 0, Manager).Should().NotBeNull();
        session.Cancel("why", Now).Should().NotBeNull();
        session.Acknowledge("Thank you.", Now).Should().BeNull();
        session.Acknowledge("Thank you.", Now.AddDays(1)).Should().BeNull("a second click changes nothing");
        session.Acknowledge("Something else", Now).Should().NotBeNull();
        (session.Reply, session.AcknowledgedAt).Should().Be(("Thank you.", Now));
    }

    [Fact]
    public void Who_takes_it_over_has_it_and_who_had_it_is_remembered_once()
    {
        var (session, next) = (Planned(), Guid.NewGuid());
        session.TakeOver(next);
        session.TakeOver(Manager);
        session.TakeOver(next);
        session.ManagerId.Should().Be(next);
        session.FormerManagerIds.Should().Equal(Manager);
    }

    [Theory]
    [InlineData("2026-11-23T09:20", "2026-11-23T09:15"), InlineData("2026-11-23T05:00", "2026-11-23T09:00"), InlineData("2026-11-23T18:00", "2026-11-24T09:00")]
    [InlineData("2026-11-27T18:00", "2026-11-30T09:00"), InlineData("2026-11-28T11:00", "2026-11-30T09:00")]
    public void Opened_on_the_spot_it_is_now_or_at_nine_on_the_next_working_day(string now, string expected)
    {
        DateTimeOffset Utc(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
        SessionTimes.OnTheSpot(Utc(now), TimeZoneInfo.Utc).Should().Be(Utc(expected));
    }

    [Fact]
    public void The_next_one_is_at_the_same_hour_of_the_clock_although_summer_ends_and_never_in_the_past()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var planned = Days.At(new(2026, 10, 20), new(10, 0), zone);
        SessionTimes.After(planned, 2, planned, zone).Should().Be(Days.At(new(2026, 11, 3), new(10, 0), zone));
        SessionTimes.After(planned, 1, Now, zone).Should().Be(Days.At(new(2026, 11, 24), new(10, 0), zone), "held long after it was planned");
    }

    [Fact]
    public void An_agreed_promise_is_kept_moved_in_time_by_consent_or_broken_by_the_clock()
    {
        CoachingPromise Agreed() => CoachingPromise.Agree(Guid.NewGuid(), Planned(), Manager, true, "Call them", Today.AddDays(3), Today, 7, Now).Value;
        var kept = Agreed();
        kept.Keep(Rep, Today.AddDays(3));
        kept.State.Should().Be(PromiseState.Kept);
        var late = Agreed();
        late.Keep(Rep, Today.AddDays(4));
        late.State.Should().Be(PromiseState.KeptLate);
        var broken = Agreed();
        broken.StateOn(Today.AddDays(9)).Should().Be(PromiseState.Open);
        broken.StateOn(Today.AddDays(10)).Should().Be(PromiseState.Broken);
        broken.Keep(Rep, Today.AddDays(12));
        (broken.State, broken.ClosedOn).Should().Be((PromiseState.Broken, Today.AddDays(10)), "what the clock has broken stays broken");

        var moved = Agreed();
        moved.AskForDay(Today.AddDays(8), "They are away", Today.AddDays(3)).Should().BeNull();
        moved.DueDay.Should().Be(Today.AddDays(3), "until the other agrees");
        moved.AnswerAsked(true, Today.AddDays(9), 7, Today.AddDays(3)).Should().NotBeNull("that is not the day asked for");
        moved.AnswerAsked(true, Today.AddDays(8), 7, Today.AddDays(3)).Should().BeNull();
        (moved.DueDay, moved.Renegotiations, moved.AskedDay).Should().Be((Today.AddDays(8), 1, null));
        moved.AskForDay(Today.AddDays(20), null, Today.AddDays(9)).Should().NotBeNull("its day has passed");
    }

    [Fact]
    public void Not_being_there_breaks_the_word_of_who_coaches_and_moving_it_in_time_does_not()
    {
        CoachingPromise There() => CoachingPromise.BeThere(Planned(), Today.AddDays(1), 7, Now);
        var moved = There();
        moved.GiveUp(inTime: true, Manager, Today);
        moved.State.Should().Be(PromiseState.Lapsed);
        var missed = There();
        missed.GiveUp(inTime: false, Manager, Today.AddDays(2));
        (missed.State, missed.ManagerId, missed.ClosedOn).Should().Be((PromiseState.Broken, Manager, Today.AddDays(2)));
    }

    [Fact]
    public void What_is_agreed_has_words_and_a_day_within_a_year()
    {
        string Refused(string? text, DateOnly? day)
        {
            CoachingPromise.Agree(Guid.NewGuid(), Planned(), Manager, true, text, day, Today, 7, Now).Refused(out var problem, out _).Should().BeTrue();
            return problem!.Field;
        }

        Refused(" ", Today).Should().Be("Text");
        Refused(new('x', CoachingPromise.TextMaxLength + 1), Today).Should().Be("Text");
        Refused("Call", null).Should().Be("DueDay");
        Refused("Call", Today.AddDays(-1)).Should().Be("DueDay");
        Refused("Call", Today.AddDays(366)).Should().Be("DueDay");
    }
}
