using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class ClockServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Breaks = PromiseWorld.Wednesday.AddDays(9);

    private Task<PromiseWorld> WorldAsync() => new PromiseWorld(database).BeginAsync();

    [Fact]
    public async Task Every_number_is_the_same_before_the_clock_booked_and_after()
    {
        var world = await WorldAsync();
        await world.KeepAsync(await world.PromiseAsync());
        await world.PromiseAsync();
        await world.PromiseAsync(condition: "If the figures come");
        await world.PromiseAsync(direction: Direction.Theirs);
        await world.PromiseAsync(dueIn: 30);
        world.GoTo(Breaks.AddDays(3));

        var (before, ratioBefore, theirsBefore) = (await world.ReadAsync(), await world.RatioAsync(), await world.RatioAsync(Direction.Theirs));
        (await world.LetTheClockBookAsync()).Should().BeGreaterThanOrEqualTo(3);
        var after = await world.ReadAsync();

        after.Reading.Should().BeEquivalentTo(before.Reading, o => o.Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-9)).WhenTypeIs<double>());
        after.Rho.Should().BeApproximately(before.Rho, 1e-9);
        (ratioBefore, await world.RatioAsync()).Should().Be((new KeptRatio(1, 0, 1, 1, 90), new KeptRatio(1, 0, 1, 1, 90)));
        (theirsBefore, await world.RatioAsync(Direction.Theirs)).Should().Be((new KeptRatio(0, 0, 1, 0, 90), new KeptRatio(0, 0, 1, 0, 90)));
    }

    [Fact]
    public async Task It_books_once_however_often_it_runs_and_dates_it_the_day_the_grace_ended()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        world.GoTo(Breaks.AddDays(-1), 23);
        await world.LetTheClockBookAsync();
        (await world.LoadAsync(id)).State.Should().Be(PromiseState.Open);
        world.GoTo(Breaks.AddDays(20));
        await Task.WhenAll(world.LetTheClockBookAsync(), world.LetTheClockBookAsync());
        await world.LetTheClockBookAsync();

        var promise = await world.LoadAsync(id);
        (promise.State, promise.ClosedOn, promise.Turns.Count).Should().Be((PromiseState.Broken, Breaks, 1));
        (await world.TallyAsync()).Should().Be((0, 0, 1));
        await using var db = world.Db();
        var entry = await db.Ledger.SingleAsync(e => e.PromiseId == id);
        (entry.Id, entry.Day, entry.Kind, entry.Level, entry.RecordedBy).Should().Be((id, Breaks, EvidenceKind.PromiseBroken, EvidenceLevel.Witnessed, null));
        (await db.Audit.SingleAsync(a => a.SubjectId == id && a.PersonId == null)).After.Should().Contain("BrokenByClock");
    }

    [Fact]
    public async Task Booked_behind_a_later_event_the_stored_standing_is_what_the_ledger_gives()
    {
        var world = await WorldAsync();
        await world.PromiseAsync();
        var later = await world.PromiseAsync(dueIn: 20);
        world.GoTo(Breaks.AddDays(5));
        await world.KeepAsync(later);
        await world.LetTheClockBookAsync();

        await using var db = world.Db();
        var stored = await db.Standings.AsNoTracking().SingleAsync(s => s.RelationshipId == world.Relationship.Id);
        var ledger = await db.Ledger.AsNoTracking().Where(e => e.RelationshipId == world.Relationship.Id).ToListAsync();
        var folded = Standing.Fold([.. ledger.Select(e => e.Evidence)], ScoringRules.Default);
        (stored.KeptC, stored.MissedC, stored.Judged, stored.RecentOutcomes, stored.LastDay)
            .Should().Be((folded.KeptC, folded.MissedC, 2, folded.RecentOutcomes, folded.LastDay));
    }

    [Fact]
    public async Task It_works_through_every_organization_and_stays_within_each()
    {
        var (one, other) = (await WorldAsync(), await WorldAsync());
        var (mine, theirs) = (await one.PromiseAsync(), await other.PromiseAsync());
        one.GoTo(Breaks);
        await one.LetTheClockBookAsync();

        (await one.LoadAsync(mine)).State.Should().Be(PromiseState.Broken);
        (await other.LoadAsync(theirs)).State.Should().Be(PromiseState.Broken);
        await using var db = other.Db();
        (await db.Ledger.Select(e => e.OrganizationId).Distinct().ToListAsync()).Should().Equal(other.OrganizationId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delivery_before_the_grace_ended_overturns_the_clock_booked_or_not(bool booked)
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        world.GoTo(Breaks.AddDays(2));
        if (booked)
            await world.LetTheClockBookAsync();

        (await world.KeepAsync(id))!.Value.Refused(out var late, out _).Should().BeTrue();
        late!.Field.Should().Be("At");
        (await world.KeepAsync(id, PromiseWorld.At(PromiseWorld.Wednesday.AddDays(1), 12), "Their mail of that day"))!.Value.Value.State.Should().Be(PromiseState.Kept);
        await world.LetTheClockBookAsync();

        (await world.TallyAsync()).Should().Be((1, 0, 0));
        var reading = await world.ReadAsync();
        (reading.Standing.Judged, reading.Reading.TwoOfLastFiveMissed).Should().Be((1, false));
    }

    [Fact]
    public async Task Overturned_and_taken_back_the_clock_speaks_again()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        world.GoTo(Breaks.AddDays(2));
        await world.LetTheClockBookAsync();
        var broken = await world.ReadAsync();
        await world.KeepAsync(id, PromiseWorld.At(PromiseWorld.Wednesday.AddDays(1), 12), "Their mail of that day");
        await world.WithAsync(s => s.UndoAsync(world.Rep, new(id, null), default));
        (await world.ReadAsync()).Reading.Credibility.Should().BeApproximately(broken.Reading.Credibility, 1e-9, "nobody has to wait for a job");
        await world.LetTheClockBookAsync();

        (await world.ReadAsync()).Reading.Credibility.Should().BeApproximately(broken.Reading.Credibility, 1e-9);
        (await world.TallyAsync()).Should().Be((0, 0, 1));
    }

    [Fact]
    public async Task Midnight_where_the_organization_is_decides()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        world.Clock.Now = Domain.Days.EndOf(Breaks.AddDays(-1), PromiseWorld.Berlin).AddSeconds(-1);
        await world.LetTheClockBookAsync();
        (await world.LoadAsync(id)).State.Should().Be(PromiseState.Open);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.LetTheClockBookAsync();
        (await world.LoadAsync(id)).State.Should().Be(PromiseState.Broken);
    }
}
