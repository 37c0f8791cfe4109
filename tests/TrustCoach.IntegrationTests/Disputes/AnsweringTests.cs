using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Disputes;

/// <summary>What an answer does to the event, the score and the word given.</summary>
public sealed class AnsweringTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task While_it_is_disputed_the_score_is_exactly_as_if_the_event_were_absent_and_upheld_it_is_back()
    {
        var (scene, without) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var with = await scene.ReadAsync();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value;

        (await scene.ReadAsync()).Should().Be(without);
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Held);
        await scene.StandingFollowsFromLedgerAsync();

        (await scene.AnswerAsync(dispute.DisputeId, DisputeState.Upheld))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.ReadAsync()).Should().Be(with);
        with.Credibility.Should().BeLessThan(without.Credibility);
        (await scene.DisputeAsync(dispute.DisputeId)).Should().BeEquivalentTo(new
        {
            State = DisputeState.Upheld,
            Reason = DisputeScene.Reason,
            Answer = "I asked them.",
            AnsweredBy = (Guid?)scene.Manager.Id,
        });
        (await scene.OwedAsync(dispute.DisputeId)).Should().BeEquivalentTo(new { State = PromiseState.Kept, ManagerId = (Guid?)scene.Manager.Id });
    }

    [Fact]
    public async Task Withdrawn_by_the_answer_the_event_leaves_score_week_and_touchpoint_for_good()
    {
        var (scene, without) = await DisputeScene.WithThreeMetAsync(web);
        var late = new TouchpointDetails(Outcome.Met, scene.Now) { Breakers = [new(BreakerKind.Late, 2, 25)] };
        var id = (await scene.LogAsync(scene.Command(late))).Value.TouchpointId;
        var entry = (await scene.TouchpointAsync(id)).Breakers[0].Id;
        var dispute = (await scene.RaiseAsync(entry))!.Value.Value.DisputeId;
        var held = await scene.ReadAsync();
        (await scene.AnswerAsync(dispute, DisputeState.Voided))!.Value.Refused(out _, out _).Should().BeFalse();

        (await scene.ReadAsync()).Should().Be(held);
        held.Credibility.Should().BeGreaterThan(without.Credibility, "the visit itself went well and counts");
        (await scene.EntryAsync(entry)).Status.Should().Be(LedgerStatus.Voided);
        (await scene.TouchpointAsync(id)).Breakers.Should().BeEmpty();
        await using var db = scene.Db();
        (await db.RepTallies.SumAsync(t => t.Late)).Should().Be(0);
        (await db.Audit.CountAsync(a => a.SubjectId == id && a.Act == "touchpoint.corrected" && a.Reason == "I asked them.")).Should().Be(1);
        (await db.LedgerRevisions.Where(r => r.EntryId == entry).OrderBy(r => r.Until).ThenBy(r => r.Id).Select(r => r.Status).ToListAsync())
            .Should().BeEquivalentTo([LedgerStatus.Counted, LedgerStatus.Held], "at no moment of the answer did it count again");
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task A_correction_answers_the_dispute_and_weighs_as_corrected()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        var corrected = await scene.AsAsync(scene.Manager, (s, a) => s.CorrectAsync(
            a, new CorrectTouchpoint(id, 1, new(Outcome.Met, scene.Now), "The customer was content.", new(dispute, "")), default));

        corrected!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.DisputeAsync(dispute)).Should().BeEquivalentTo(new { State = DisputeState.Corrected, Answer = "The customer was content.", Reason = DisputeScene.Reason });
        (await scene.EntryAsync(id)).Should().BeEquivalentTo(new { Status = LedgerStatus.Counted, Kind = EvidenceKind.Met });
        (await scene.ReadAsync()).Judged.Should().Be(4);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task A_broken_promise_is_corrected_to_the_day_it_was_kept()
    {
        var (scene, without) = await DisputeScene.WithThreeMetAsync(web);
        var promise = await scene.PromiseAsync();
        web.Hands.Advance(TimeSpan.FromDays(12));
        var dispute = (await scene.RaiseAsync(promise))!.Value.Value.DisputeId;
        var corrected = await scene.WithAsync(scene.Manager, (PromiseService s, Actor a) => s.CorrectAsync(
            a, new(promise, promise, scene.Now.AddDays(-11), false, "I have their mail.", new(dispute, "")), default));

        corrected!.Value.Value.State.Should().Be(PromiseState.Kept);
        (await scene.DisputeAsync(dispute)).State.Should().Be(DisputeState.Corrected);
        await using var db = scene.Db();
        (await db.RepTallies.SumAsync(t => t.PromisesBroken)).Should().Be(0);
        (await db.RepTallies.SumAsync(t => t.PromisesKept)).Should().Be(1);
        (await scene.StandingAsync()).Judged.Should().Be(without.Judged + 1);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task Answered_twice_at_once_one_answer_stands()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        var both = await Task.WhenAll(scene.AnswerAsync(dispute, DisputeState.Upheld, "It stands."), scene.AnswerAsync(dispute, DisputeState.Voided, "It goes."));
        both.Count(r => r!.Value.Refused(out _, out _)).Should().Be(1);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task Withdrawn_meanwhile_it_cannot_stand_any_more_but_can_be_answered()
    {
        var (scene, without) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        await scene.VoidAsync(id);
        (await scene.AnswerAsync(dispute, DisputeState.Upheld))!.Value.Refused(out var gone, out _).Should().BeTrue();
        gone!.Field.Should().Be("State");
        var corrected = await scene.AsAsync(scene.Manager, (s, a) => s.CorrectAsync(a, new CorrectTouchpoint(id, 2, new(Outcome.Met, scene.Now), "Hm.", new(dispute, "")), default));
        corrected!.Value.Refused(out _, out _).Should().BeTrue();
        (await scene.AnswerAsync(dispute, DisputeState.Voided))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.ReadAsync()).Should().Be(without);
        (await scene.RaiseAsync(id, "Again."))!.Value.Refused(out var nothing, out _).Should().BeTrue();
        nothing!.Message.Should().Contain("withdrawn");
    }

    [Fact]
    public async Task The_clock_breaks_the_word_to_the_rep_and_the_late_answer_still_counts_for_the_event()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        web.Hands.Advance(TimeSpan.FromDays(15));
        await scene.WithAsync(scene.Rep, (ClockService s, Actor _) => s.RunAsync(default));
        (await scene.OwedAsync(dispute)).Should().BeEquivalentTo(new { State = PromiseState.Broken, ManagerId = (Guid?)scene.Manager.Id });
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Held);
        (await scene.AnswerAsync(dispute, DisputeState.Upheld))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.OwedAsync(dispute)).State.Should().Be(PromiseState.Broken);
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Counted);
    }

    [Fact]
    public async Task A_customer_handed_over_or_archived_keeps_the_dispute_answerable()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        await using (var db = scene.Db())
        {
            await db.Relationships.Where(r => r.Id == scene.RelationshipId).ExecuteUpdateAsync(s => s
                .SetProperty(r => r.EndedOn, DateOnly.FromDateTime(scene.Now.Date)).SetProperty(r => r.End, Domain.Customers.RelationshipEnd.HandedOver));
            await db.Customers.Where(c => c.Id == scene.CustomerId).ExecuteUpdateAsync(s => s.SetProperty(c => c.ArchivedAt, scene.Now));
        }

        using (var rep = await web.SignedInAsAsync(scene.Rep))
            (await rep.GetPageAsync($"/disputes/{dispute}")).Body!.TextContent.Should().Contain(DisputeScene.Reason);
        (await scene.AnswerAsync(dispute, DisputeState.Voided))!.Value.Refused(out _, out _).Should().BeFalse();
    }
}
