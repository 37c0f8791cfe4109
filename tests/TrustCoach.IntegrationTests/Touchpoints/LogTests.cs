using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Touchpoints;

public sealed class LogTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock;

    public LogTests(WebFixture web)
    {
        _web = web;
        _clock = web.Clock as ManualClock ?? new ManualClock();
        web.Clock = _clock;
    }

    [Fact]
    public async Task A_log_moves_the_standing_the_week_and_the_audit_together()
    {
        var scene = await Scene.SetAsync(_web);
        var done = (await scene.LogAsync(Outcome.Met)).Value;

        await using var db = scene.Db();
        (await db.Ledger.SingleAsync()).Kind.Should().Be(EvidenceKind.Met);
        (await db.RepTallies.SingleAsync()).Met.Should().Be(1);
        (await db.Audit.SingleAsync(a => a.SubjectId == done.TouchpointId)).Act.Should().Be("touchpoint.logged");
        (await scene.StandingAsync()).Judged.Should().Be(1);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task The_same_form_twice_in_a_row_makes_one_touchpoint()
    {
        var scene = await Scene.SetAsync(_web);
        var command = scene.Command(new TouchpointDetails(Outcome.Met, scene.Now)) with { Promise = new(Direction.Ours, "The audit", new DateOnly(2026, 9, 9)) };
        var first = (await scene.LogAsync(command)).Value;
        var second = (await scene.LogAsync(command)).Value;

        second.Should().Be(first with { Already = true });
        await using var db = scene.Db();
        (await db.Touchpoints.CountAsync()).Should().Be(1);
        (await db.Promises.CountAsync()).Should().Be(1);
        (await scene.StandingAsync()).Judged.Should().Be(1);
    }

    [Fact]
    public async Task The_same_form_eight_times_at_once_makes_one_touchpoint()
    {
        var scene = await Scene.SetAsync(_web);
        var command = scene.Command(new TouchpointDetails(Outcome.Met, scene.Now)) with { Gestures = [new(true, 2, "A ride to the airport")] };
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.LogAsync(command)));

        all.Select(r => r.Value.TouchpointId).Distinct().Should().ContainSingle();
        all.Count(r => !r.Value.Already).Should().Be(1);
        await using var db = scene.Db();
        (await db.Gestures.CountAsync()).Should().Be(1);
        (await db.RepTallies.SingleAsync()).Touchpoints.Should().Be(1);
        (await scene.StandingAsync()).Judged.Should().Be(1);
    }

    [Fact]
    public async Task Ten_different_forms_at_once_all_count()
    {
        var scene = await Scene.SetAsync(_web);
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.LogAsync(Outcome.Met)));

        all.Should().OnlyContain(r => !r.Value.Already);
        (await scene.StandingAsync()).Judged.Should().Be(10);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Theory]
    [InlineData(Outcome.Met, 366 * 3, "HappenedAt")]
    [InlineData(Outcome.Met, 1, "HappenedAt")]
    [InlineData(null, 366 * 3, "HappenedAt")]
    [InlineData(null, -1, "Outcome")]
    [InlineData(Outcome.Pending, -1, "Outcome")]
    [InlineData((Outcome)9, -1, "Outcome")]
    [InlineData(Outcome.Met, -8000, "HappenedAt")]
    public async Task Refuses_what_cannot_be_and_names_the_field(Outcome? outcome, int days, string field)
    {
        var scene = await Scene.SetAsync(_web);
        (await scene.LogAsync(outcome, scene.Now.AddDays(days))).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
        await using var db = scene.Db();
        (await db.Touchpoints.AnyAsync()).Should().BeFalse();
        (await db.RepTallies.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_future_one_without_outcome_is_planned_and_counts_nothing()
    {
        var scene = await Scene.SetAsync(_web);
        var done = (await scene.LogAsync(null, scene.Now.AddDays(2))).Value;
        (await scene.TouchpointAsync(done.TouchpointId)).Should().Match<Touchpoint>(t => t.Planned && t.Outcome == Outcome.Pending);
        (await scene.StandingAsync()).Judged.Should().Be(0);
    }

    [Fact]
    public async Task Refuses_the_customer_of_another_rep_or_organization_and_an_unknown_one()
    {
        var (mine, theirs) = (await Scene.SetAsync(_web), await Scene.SetAsync(_web));
        var colleague = await _web.GivenARepAsync(mine.Organization);
        var (_, hers) = await Scene.CustomerAsync(_web, mine.Organization, colleague, "Hers");
        foreach (var id in new[] { theirs.RelationshipId, hers, Guid.NewGuid() })
        {
            var refused = await mine.LogAsync(new LogTouchpoint(Guid.NewGuid(), new(Outcome.Met, mine.Now), id));
            refused.Refused(out var problem, out _).Should().BeTrue();
            problem!.Field.Should().Be("RelationshipId");
        }
    }

    [Fact]
    public async Task A_customer_names_the_reps_own_relationship()
    {
        var scene = await Scene.SetAsync(_web);
        var done = (await scene.LogAsync(new LogTouchpoint(Guid.NewGuid(), new(Outcome.Met, scene.Now), CustomerId: scene.CustomerId))).Value;
        (await scene.TouchpointAsync(done.TouchpointId)).RelationshipId.Should().Be(scene.RelationshipId);
    }

    [Fact]
    public async Task Says_that_a_customer_is_archived()
    {
        var scene = await Scene.SetAsync(_web);
        await using (var db = scene.Db())
        {
            (await db.Customers.SingleAsync()).Archive(scene.Now);
            await db.SaveChangesAsync();
        }

        (await scene.LogAsync(Outcome.Met)).Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("archived");
    }

    [Fact]
    public async Task A_manager_witnesses_and_nobody_owned_up()
    {
        var scene = await Scene.SetAsync(_web);
        var details = new TouchpointDetails(Outcome.Missed, scene.Now, OwnedUp: true) { Breakers = [new(BreakerKind.Late, 2, 20, OwnedUp: true)] };
        await scene.LogAsync(scene.Command(details), scene.Manager);

        await using var db = scene.Db();
        (await db.Ledger.ToListAsync()).Should().HaveCount(2).And.OnlyContain(e => e.Level == EvidenceLevel.Witnessed && !e.OwnedUp);
    }

    [Fact]
    public async Task The_organizations_zone_decides_the_day()
    {
        var scene = await Scene.SetAsync(_web, "Australia/Sydney");
        // Half past three in the afternoon in London on Tuesday is Wednesday in Sydney.
        var done = (await scene.LogAsync(Outcome.Met, new DateTimeOffset(2026, 9, 1, 15, 30, 0, TimeSpan.FromHours(1)))).Value;
        (await scene.TouchpointAsync(done.TouchpointId)).Day.Should().Be(new DateOnly(2026, 9, 2));
    }

    [Fact]
    public async Task A_repair_answers_a_breach_of_the_same_relationship_only()
    {
        var (scene, other) = (await Scene.SetAsync(_web), await Scene.SetAsync(_web));
        var missed = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var repaired = new TouchpointDetails(Outcome.Courtesy, scene.Now) { Repairs = [new(RepairKind.Apology, missed)] };

        (await other.LogAsync(other.Command(repaired))).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("Repairs");
        var before = (await scene.StandingAsync()).MissedC;
        (await scene.LogAsync(scene.Command(repaired))).Refused(out _, out _).Should().BeFalse();
        (await scene.StandingAsync()).MissedC.Should().BeApproximately(before * 0.75, before * 1e-9);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task A_refused_promise_or_gesture_refuses_the_whole_form()
    {
        var scene = await Scene.SetAsync(_web);
        var command = scene.Command(new TouchpointDetails(Outcome.Met, scene.Now));
        (await scene.LogAsync(command with { Promise = new(Direction.Ours, " ", new DateOnly(2026, 9, 9)) })).Refused(out var promise, out _).Should().BeTrue();
        (await scene.LogAsync(command with { Gestures = [new(false, 7, "A number")] })).Refused(out var gesture, out _).Should().BeTrue();
        (promise!.Field, gesture!.Field).Should().Be(("Promise.Text", "TheyGave.Value"));
        await using var db = scene.Db();
        (await db.Touchpoints.AnyAsync()).Should().BeFalse();
    }
}
