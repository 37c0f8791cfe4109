using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Customers;
using TrustCoach.Services.People;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Repairs;

public sealed class RepairPlanTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_withdrawn_touchpoint_closes_the_plan_by_itself_and_its_promises_stand()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.SayWhatChangesAsync(a, miss, "I call first.", 0, default));
        await scene.SmallPromiseAsync(miss);
        await scene.VoidAsync(miss);

        var plan = (await scene.PlanAsync(miss))!;
        plan.State.Should().Be(RepairState.Gone);
        plan.Outlook.Should().BeNull();
        plan.Promises.Should().ContainSingle();
        (await scene.RepairAsync((s, a) => s.NoteAskedAsync(a, miss, "Fine.", default)))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("withdrawn meanwhile");
    }

    [Fact]
    public async Task A_dispute_holds_the_plan_and_an_excused_breach_closes_it()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default));
        var dispute = (await scene.RaiseAsync(miss))!.Value.Value;
        (await scene.PlanAsync(miss))!.State.Should().Be(RepairState.Held);
        await scene.AnswerAsync(dispute.DisputeId, DisputeState.Voided);
        (await scene.PlanAsync(miss))!.State.Should().Be(RepairState.Gone);
    }

    [Fact]
    public async Task An_import_that_is_undone_takes_the_breach_and_leaves_a_closed_plan()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.SayWhatChangesAsync(a, miss, "I call first.", 0, default));
        await using (var db = scene.Db())
        {
            // As the undo of an import does.
            await db.Ledger.Where(e => e.Id == miss).ExecuteDeleteAsync();
            await db.Touchpoints.Where(t => t.Id == miss).ExecuteDeleteAsync();
        }

        var plan = (await scene.PlanAsync(miss))!;
        (plan.State, plan.Kind, plan.Fact).Should().Be((RepairState.Gone, EvidenceKind.Missed, null));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync($"/repairs/{miss}")).Body!.TextContent.Should().Contain("Closed by itself").And.Contain("I call first.");
        await using (var db = scene.Db())
        {
            await db.Promises.ExecuteDeleteAsync();
            await db.Touchpoints.ExecuteDeleteAsync();
            await db.Relationships.Where(r => r.Id == scene.RelationshipId).ExecuteDeleteAsync();
        }

        (await scene.PlansAsync()).Should().BeEmpty("it goes with its relationship");
    }

    [Fact]
    public async Task A_hand_over_ends_it_for_the_rep_and_the_manager_still_reads_it()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default));
        await scene.SmallPromiseAsync(miss);
        var next = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        var over = await scene.WithAsync(scene.Manager, (RelationshipService s, Actor a) => s.HandOverAsync(a, new(scene.RelationshipId, next.Id, Climate.Referral), default));
        over!.Value.Refused(out var problem, out _).Should().BeFalse(problem?.Message);

        (await scene.PlanAsync(miss)).Should().BeNull();
        (await scene.PlanAsync(miss, next)).Should().BeNull("it is not the next rep's breach");
        var plan = (await scene.PlanAsync(miss, scene.Manager))!;
        plan.State.Should().Be(RepairState.Ended);
        plan.Promises.Should().ContainSingle("the next rep has taken it over").Which.State.Should().Be(PromiseState.Lapsed);
    }

    [Fact]
    public async Task A_promise_that_the_clock_broke_is_repaired_under_its_own_id_before_any_job_has_run()
    {
        var scene = await Scene.SetAsync(web);
        var promise = await scene.PromiseAsync();
        web.Hands.Advance(TimeSpan.FromDays(10));
        (await scene.PlanAsync(promise))!.Kind.Should().Be(EvidenceKind.PromiseBroken);

        await scene.RepairAsync((s, a) => s.StartAsync(a, promise, default));
        var apology = await scene.LogAsync(scene.Command(new(Outcome.Courtesy, scene.Now) { Repairs = [new(RepairKind.Apology, promise)] }));
        apology.Refused(out var problem, out _).Should().BeFalse(problem?.Message);
        (await scene.PlanAsync(promise))!.Progress.Apologized.Should().NotBeNull();
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task Of_promises_given_at_once_three_belong_to_it()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default));
        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.SmallPromiseAsync(miss)));
        made.Count(m => !m.Refused(out _, out _)).Should().Be(RepairPlan.PromisesToKeep);
        (await scene.PlanAsync(miss))!.Promises.Should().HaveCount(RepairPlan.PromisesToKeep);
    }

    [Fact]
    public async Task Started_twice_at_once_there_is_one_plan_and_it_can_be_given_up_and_taken_up_again()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.RepairAsync((s, a) => s.StartAsync(a, miss, default))));
        (await scene.PlansAsync()).Should().ContainSingle();
        await scene.RepairAsync((s, a) => s.GiveUpAsync(a, miss, "They left.", default));
        (await scene.PlanAsync(miss))!.State.Should().Be(RepairState.GivenUp);
        await scene.RepairAsync((s, a) => s.TakeUpAgainAsync(a, miss, default));
        (await scene.PlanAsync(miss))!.State.Should().Be(RepairState.Open);
    }

    [Fact]
    public async Task A_planned_check_is_asked_for_afterwards_and_counts_once_it_was_held()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default));
        var planned = await scene.LogAsync(scene.Command(new(null, scene.Now.AddDays(2), Expectation: "To say whether it is right again.")) with { RepairOf = miss });
        var plan = (await scene.PlanAsync(miss))!;
        (plan.Check!.TouchpointId, plan.Progress.Asked).Should().Be((planned.Value.TouchpointId, null));

        web.Hands.Advance(TimeSpan.FromDays(3));
        await scene.AsAsync(scene.Rep, (s, a) => s.CloseAsync(a, new(planned.Value.TouchpointId, 1, Outcome.Met), default));
        (await scene.PlanAsync(miss))!.Progress.Asked.Should().NotBeNull();
    }

    [Fact]
    public async Task What_is_no_breach_has_no_plan_and_a_stranger_begins_none()
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        var met = (await scene.LogAsync(Outcome.Met)).Value.TouchpointId;
        (await scene.PlanAsync(met)).Should().BeNull();
        (await scene.RepairAsync((s, a) => s.StartAsync(a, met, default))).Should().BeNull();
        foreach (var other in new[] { scene.Manager, await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId) })
            (await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default), other)).Should().BeNull();
        (await scene.PlansAsync()).Should().BeEmpty();
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_the_same_few_statements_whatever_the_history(int events)
    {
        var (scene, miss) = await RepairScene.WithAMissAsync(web);
        for (var i = events; i > 0; i--)
            await scene.LogAsync(i % 4 == 0 ? Outcome.Missed : Outcome.Met, scene.Now.AddDays(-4 * i));
        await scene.RepairAsync((s, a) => s.StartAsync(a, miss, default));
        await scene.SmallPromiseAsync(miss);
        var counter = new CommandCounter();
        await scene.AskAsync(scene.Rep, (db, moments, actor) =>
            new RepairPlanQuery(db, new RelationshipLedgerQuery(db, web.Clock), moments, web.Clock).RunAsync(actor, miss, default), counter);
        counter.Count.Should().Be(6, string.Join("\n\n", counter.Statements));
    }
}
