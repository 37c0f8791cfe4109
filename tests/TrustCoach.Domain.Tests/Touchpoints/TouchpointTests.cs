using FluentAssertions;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using Xunit;

namespace TrustCoach.Domain.Tests.Touchpoints;

public sealed class TouchpointTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly Guid _rep = Guid.NewGuid();

    private Result<Touchpoint> Log(TouchpointDetails details, Guid? by = null) => Touchpoint.Log(
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), _rep, Guid.NewGuid(), by ?? _rep, EvidenceLevel.SelfReported, Guid.NewGuid()), details, Berlin, Now);

    [Fact]
    public void Midnight_is_the_organizations_also_when_summer_time_ends()
    {
        // The night the clocks go back: 22:30 UTC is half past midnight in Berlin, still in summer time.
        var before = Log(new(Outcome.Met, new DateTimeOffset(2025, 10, 25, 22, 30, 0, TimeSpan.Zero))).Value;
        var eve = Log(new(Outcome.Met, new DateTimeOffset(2025, 10, 25, 21, 59, 0, TimeSpan.Zero))).Value;
        (before.Day, eve.Day).Should().Be((new DateOnly(2025, 10, 26), new DateOnly(2025, 10, 25)));
    }

    [Fact]
    public void Courtesy_and_pending_give_no_evidence()
    {
        Log(new(Outcome.Courtesy, Now)).Value.Evidence().Should().BeEmpty();
        Log(new(null, Now.AddDays(1))).Value.Evidence().Should().BeEmpty();
    }

    [Fact]
    public void A_refused_correction_changes_nothing()
    {
        var touchpoint = Log(new(null, Now.AddHours(1), Expectation: "The audit")).Value;
        var later = Now.AddHours(2);
        var refused = touchpoint.Correct(new((Outcome)9, Now.AddHours(1), Expectation: "Something else"), 1, Berlin, later);
        refused!.Field.Should().Be("Outcome");
        touchpoint.Should().Match<Touchpoint>(t => !t.ExpectationChangedLate && t.Expectation == "The audit" && t.Version == 1);
    }

    [Fact]
    public void Nobody_owns_up_for_the_rep()
    {
        var told = new TouchpointDetails(Outcome.Missed, Now, OwnedUp: true);
        Log(told).Value.OwnedUp.Should().BeTrue();
        Log(told, by: Guid.NewGuid()).Value.OwnedUp.Should().BeFalse();
        var mine = Log(new(Outcome.Missed, Now)).Value;
        mine.Correct(told, 1, Berlin, Now, by: Guid.NewGuid());
        mine.OwnedUp.Should().BeFalse();
    }

    [Fact]
    public void Breakers_name_their_field_by_kind()
    {
        var details = new TouchpointDetails(Outcome.Met, Now) { Breakers = [new(BreakerKind.Late, 2, MinutesLate: 0)] };
        Log(details).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("Breakers.Late.MinutesLate");
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void A_summary_of_two_thousand_characters_is_the_longest(int length, bool refused) =>
        Log(new(Outcome.Met, Now, Summary: new string('x', length))).Refused(out _, out _).Should().Be(refused);

    [Fact]
    public void An_evidence_id_outlives_corrections()
    {
        var touchpoint = Log(new(Outcome.Missed, Now)).Value;
        var before = touchpoint.Evidence().Single().Id;
        touchpoint.Correct(new(Outcome.Exceeded, Now.AddDays(-3)), 1, Berlin, Now).Should().BeNull();
        touchpoint.Evidence().Single().Should().Match<LedgerEntry>(e => e.Id == before && e.Kind == EvidenceKind.Exceeded);
    }
}
