using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Touchpoints;

public sealed class ChangeTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock;

    public ChangeTests(WebFixture web)
    {
        _web = web;
        _clock = web.Clock as ManualClock ?? new ManualClock();
        web.Clock = _clock;
    }

    [Fact]
    public async Task A_corrected_outcome_and_day_refold_the_standing_and_move_the_count()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-1));
        var corrected = await scene.CorrectAsync(id, new TouchpointDetails(Outcome.Exceeded, scene.Now.AddDays(-20)));

        corrected!.Value.Refused(out _, out _).Should().BeFalse();
        await scene.StandingFollowsFromLedgerAsync();
        await using var db = scene.Db();
        (await db.RepTallies.SumAsync(t => t.Missed)).Should().Be(0);
        (await db.RepTallies.SingleAsync(t => t.Exceeded == 1)).Day.Should().Be(DateOnly.FromDateTime(scene.Now.AddDays(-20).Date));
        (await db.Audit.SingleAsync(a => a.Act == "touchpoint.corrected")).Reason.Should().Be("I mixed it up.");
    }

    [Fact]
    public async Task A_correction_keeps_a_breaker_under_its_id()
    {
        var scene = await Scene.SetAsync(_web);
        var late = new TouchpointDetails(Outcome.Met, scene.Now) { Breakers = [new(BreakerKind.Late, 1, 10), new(BreakerKind.Gossip, 2)] };
        var id = (await scene.LogAsync(scene.Command(late))).Value.TouchpointId;
        var before = (await scene.TouchpointAsync(id)).Breakers.Single(b => b.Kind == BreakerKind.Late).Id;
        (await scene.CorrectAsync(id, late with { Breakers = [new(BreakerKind.Late, 3, 45), new(BreakerKind.Lie, 1)] }))!.Value.Refused(out _, out _).Should().BeFalse();

        var now = (await scene.TouchpointAsync(id)).Breakers;
        now.Select(b => b.Kind).Should().BeEquivalentTo([BreakerKind.Late, BreakerKind.Lie]);
        now.Single(b => b.Kind == BreakerKind.Late).Should().Match<TrustBreaker>(b => b.Id == before && b.Severity == 3 && b.MinutesLate == 45);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task What_an_entry_said_before_a_correction_and_before_a_withdrawal_stays_readable()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var details = new TouchpointDetails(Outcome.Met, scene.Now.AddDays(-2)) { Breakers = [new(BreakerKind.Late, 1, 10)] };
        await scene.CorrectAsync(id, details);
        await scene.CorrectAsync(id, details, version: 2);
        await scene.VoidAsync(id);

        await using var db = scene.Db();
        var revisions = await db.LedgerRevisions.ToListAsync();
        revisions.Where(r => r.EntryId == id).Select(r => (r.Kind, r.Status)).Should()
            .BeEquivalentTo([(EvidenceKind.Missed, LedgerStatus.Counted), (EvidenceKind.Met, LedgerStatus.Counted)]);
        revisions.Should().HaveCount(3, "a correction that changes nothing is no revision, and the withdrawal took two entries along");
        (await db.Ledger.SingleAsync(e => e.Kind == EvidenceKind.Late)).RecordedAt.Should().Be(scene.Now);
    }

    [Fact]
    public async Task A_stale_version_or_a_missing_reason_is_refused_and_changes_nothing()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        await scene.CorrectAsync(id, new(Outcome.Exceeded, scene.Now));

        (await scene.CorrectAsync(id, new(Outcome.Missed, scene.Now)))!.Value.Refused(out var stale, out _).Should().BeTrue();
        (await scene.CorrectAsync(id, new(Outcome.Missed, scene.Now), 2, " "))!.Value.Refused(out var silent, out _).Should().BeTrue();
        stale!.Message.Should().Contain("Somebody changed");
        silent!.Field.Should().Be("Reason");
        (await scene.TouchpointAsync(id)).Outcome.Should().Be(Outcome.Exceeded);
        await using var db = scene.Db();
        (await db.RepTallies.SingleAsync()).Should().Match<Domain.Coaching.RepTally>(t => t.Exceeded == 1 && t.Met == 0 && t.Touchpoints == 1);
    }

    [Fact]
    public async Task Two_editors_at_once_one_is_told()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        var both = await Task.WhenAll(
            scene.CorrectAsync(id, new(Outcome.Exceeded, scene.Now)), scene.CorrectAsync(id, new(Outcome.Missed, scene.Now), by: scene.Manager));
        both.Count(r => r!.Value.Refused(out _, out _)).Should().Be(1);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task What_a_rep_makes_of_a_witnessed_outcome_is_the_reps_word_again()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Missed, by: scene.Manager)).Value.TouchpointId;
        await scene.CorrectAsync(id, new(Outcome.Met, scene.Now));
        (await scene.TouchpointAsync(id)).Level.Should().Be(EvidenceLevel.SelfReported);
    }

    [Fact]
    public async Task Undo_takes_the_promise_and_the_gestures_along()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now)) with
        {
            Promise = new(Direction.Ours, "The audit", new DateOnly(2026, 9, 9)),
            Gestures = [new(true, 3, "A day of my time")],
        })).Value.TouchpointId;
        _clock.Advance(TimeSpan.FromSeconds(9));
        (await scene.UndoAsync(id))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.UndoAsync(id))!.Value.Value.Already.Should().BeTrue();

        await using var db = scene.Db();
        (await db.Promises.SingleAsync()).State.Should().Be(PromiseState.Voided);
        (await db.Gestures.SingleAsync()).VoidedAt.Should().NotBeNull();
        (await db.RepTallies.SingleAsync()).Touchpoints.Should().Be(0);
        (await scene.StandingAsync()).Should().Match<Standing>(s => s.Judged == 0 && s.Gave == 0);
    }

    [Fact]
    public async Task Undo_is_refused_when_late_or_by_another_and_unknown_to_strangers()
    {
        var (scene, stranger) = (await Scene.SetAsync(_web), await Scene.SetAsync(_web));
        var id = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        (await scene.UndoAsync(id, scene.Manager))!.Value.Refused(out _, out _).Should().BeTrue();
        (await stranger.UndoAsync(id)).Should().BeNull();
        _clock.Advance(TimeSpan.FromSeconds(16));
        (await scene.UndoAsync(id))!.Value.Refused(out var late, out _).Should().BeTrue();
        late!.Message.Should().Contain("too late");
        (await scene.StandingAsync()).Judged.Should().Be(1);
    }

    [Fact]
    public async Task A_withdrawn_one_counts_nothing_and_cannot_be_withdrawn_again()
    {
        var scene = await Scene.SetAsync(_web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        (await scene.VoidAsync(id, ""))!.Value.Refused(out var silent, out _).Should().BeTrue();
        (await scene.VoidAsync(id))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.VoidAsync(id))!.Value.Refused(out _, out _).Should().BeTrue();
        (await scene.CorrectAsync(id, new(Outcome.Met, scene.Now), 2))!.Value.Refused(out _, out _).Should().BeTrue();

        silent!.Field.Should().Be("Reason");
        (await scene.StandingAsync()).Judged.Should().Be(0);
        await using var db = scene.Db();
        (await db.Ledger.SingleAsync()).Status.Should().Be(LedgerStatus.Voided);
        (await db.RepTallies.SingleAsync()).Missed.Should().Be(0);
    }

    [Fact]
    public async Task A_plan_is_closed_without_a_reason_and_a_late_expectation_is_marked()
    {
        var scene = await Scene.SetAsync(_web);
        var at = scene.Now.AddHours(2);
        var id = (await scene.LogAsync(scene.Command(new(null, at, Expectation: "The audit")))).Value.TouchpointId;
        (await scene.CorrectAsync(id, new(null, at, Expectation: "The whole audit"), reason: null))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.TouchpointAsync(id)).ExpectationChangedLate.Should().BeFalse();

        _clock.Advance(TimeSpan.FromHours(3));
        (await scene.CorrectAsync(id, new(null, at, Expectation: "The whole audit"), 2, null))!.Value.Refused(out var silent, out _).Should().BeTrue();
        silent!.Field.Should().Be("Outcome");
        (await scene.CorrectAsync(id, new(Outcome.Met, at, Expectation: "Only a part", StartedOnTime: true), 2, null))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.TouchpointAsync(id)).Should().Match<Touchpoint>(t => t.ExpectationChangedLate && t.StartedOnTime && t.Outcome == Outcome.Met);
        await scene.StandingFollowsFromLedgerAsync();
    }
}
