using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Touchpoints;
using Breach = TrustCoach.Domain.Coaching.Breach;

namespace TrustCoach.IntegrationTests.Disputes;

/// <summary>Who disputes what, when, and who is asked to answer.</summary>
public sealed class RaisingTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_break_by_the_clock_that_no_job_has_booked_is_disputed_and_withdrawn()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var promise = await scene.PromiseAsync();
        web.Hands.Advance(TimeSpan.FromDays(12));
        var before = await scene.ReadAsync();
        Task<KeptRatio> KeptAsync() => scene.WithAsync(
            scene.Rep, (KeptRatioQuery kept, Actor a) => kept.RunAsync([a.PersonId], Direction.Ours, a.Today(web.Hands.Now), 90, default));
        (await KeptAsync()).Broken.Should().Be(1);
        var dispute = (await scene.RaiseAsync(promise))!.Value.Value.DisputeId;
        (await scene.ReadAsync()).Judged.Should().Be(before.Judged - 1);
        (await KeptAsync()).Judged.Should().Be(0, "what is disputed counts nowhere");
        (await scene.AnswerAsync(dispute, DisputeState.Voided))!.Value.Refused(out _, out _).Should().BeFalse();

        await using var db = scene.Db();
        (await db.Promises.SingleAsync(p => p.Id == promise)).State.Should().Be(PromiseState.Lapsed);
        (await db.RepTallies.SumAsync(t => t.PromisesBroken)).Should().Be(0);
        (await scene.EntryAsync(promise)).Status.Should().Be(LedgerStatus.Voided);
        (await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.UndoAsync(a, new(promise, null, "No."), default)))!.Value.Refused(out _, out _).Should().BeTrue();
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task Taken_back_by_the_rep_the_event_weighs_again_and_may_be_disputed_anew()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var with = await scene.ReadAsync();
        var first = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        (await scene.WithdrawAsync(first))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.WithdrawAsync(first))!.Value.Value.Already.Should().BeTrue();

        (await scene.ReadAsync()).Should().Be(with);
        (await scene.OwedAsync(first)).State.Should().Be(PromiseState.Lapsed);
        (await scene.DisputeAsync(first)).Reason.Should().Be(DisputeScene.Reason);
        (await scene.AnswerAsync(first, DisputeState.Upheld))!.Value.Refused(out var late, out _).Should().BeTrue();
        late!.Message.Should().Contain("taken back");
        (await scene.RaiseAsync(id))!.Value.Value.DisputeId.Should().NotBe(first);
    }

    [Fact]
    public async Task While_it_is_disputed_the_bar_of_what_broke_trust_counts_what_its_list_shows()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var late = new TouchpointDetails(Outcome.Met, scene.Now) { Breakers = [new(BreakerKind.Late, 2, 25), new(BreakerKind.Gossip, 2)] };
        var id = (await scene.LogAsync(scene.Command(late))).Value.TouchpointId;
        (await BarsAsync(scene)).Should().Equal((Breach.Late, 1), (Breach.Gossip, 1));

        var lateness = (await scene.TouchpointAsync(id)).Breakers.Single(b => b.Kind == BreakerKind.Late).Id;
        var dispute = (await scene.RaiseAsync(lateness))!.Value.Value.DisputeId;
        (await BarsAsync(scene)).Should().Equal((Breach.Gossip, 1));

        await scene.AnswerAsync(dispute, DisputeState.Upheld);
        (await BarsAsync(scene)).Should().Equal((Breach.Late, 1), (Breach.Gossip, 1));
    }

    [Fact]
    public async Task Disputed_in_two_tabs_at_once_it_is_one_dispute()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var both = await Task.WhenAll(scene.RaiseAsync(id), scene.RaiseAsync(id, "Another reason."));
        both.Select(r => r!.Value.Value.DisputeId).Distinct().Should().ContainSingle();
        both.Count(r => r!.Value.Value.Already).Should().Be(1);
    }

    [Fact]
    public async Task An_answered_event_takes_a_new_reason()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        await scene.AnswerAsync((await scene.RaiseAsync(id))!.Value.Value.DisputeId, DisputeState.Upheld);
        (await scene.RaiseAsync(id))!.Value.Refused(out var same, out _).Should().BeTrue();
        same!.Field.Should().Be("Reason");
        (await scene.RaiseAsync(id, "Here is the gate log."))!.Value.Refused(out _, out _).Should().BeFalse();
    }

    [Fact]
    public async Task Only_the_rep_whose_record_it_is_disputes_and_only_who_coaches_them_answers()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var (colleague, stranger) = (await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId), await web.GivenAManagerAsync(scene.Organization));
        var admin = await web.GivenAnAdminAsync(scene.Organization);
        foreach (var other in new[] { colleague, scene.Manager, stranger })
            (await scene.RaiseAsync(id, by: other)).Should().BeNull();
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        foreach (var other in new[] { colleague, stranger, scene.Rep, admin })
            (await scene.AnswerAsync(dispute, DisputeState.Voided, by: other)).Should().BeNull();
        (await scene.WithdrawAsync(dispute, scene.Manager)).Should().BeNull();
    }

    [Fact]
    public async Task It_moves_with_the_team_and_to_an_admin_when_nobody_coaches()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        var (next, admin) = (await web.GivenAManagerAsync(scene.Organization), await web.GivenAnAdminAsync(scene.Organization));
        await GiveTeamToAsync(scene, next);
        (await scene.AnswerAsync(dispute, DisputeState.Upheld)).Should().BeNull("the team has another manager");
        (await scene.AnswerAsync(dispute, DisputeState.Upheld, by: admin)).Should().BeNull("a manager coaches the rep");
        await GiveTeamToAsync(scene, null);
        (await scene.AnswerAsync(dispute, DisputeState.Upheld, by: next)).Should().BeNull();
        (await scene.AnswerAsync(dispute, DisputeState.Upheld, by: admin))!.Value.Refused(out _, out _).Should().BeFalse();
        (await scene.OwedAsync(dispute)).ManagerId.Should().Be(admin.Id);
    }

    [Fact]
    public async Task A_manager_does_not_answer_their_own_and_where_nobody_could_nothing_is_held()
    {
        var scene = await Scene.SetAsync(web);
        var (customer, relationship) = await Scene.CustomerAsync(web, scene.Organization, scene.Manager, "Of the manager");
        var id = (await scene.LogAsync(new LogTouchpoint(Guid.NewGuid(), new(Outcome.Missed, scene.Now), relationship), scene.Manager)).Value.TouchpointId;
        await using (var db = scene.Db())
            await db.People.Where(p => p.Id == scene.Manager.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.TeamId, scene.Rep.TeamId));
        (await scene.RaiseAsync(id, by: scene.Manager))!.Value.Refused(out var nobody, out _).Should().BeTrue();
        nobody!.Message.Should().Contain("Nobody could answer");
        (await scene.EntryAsync(id)).Status.Should().Be(LedgerStatus.Counted);

        var admin = await web.GivenAnAdminAsync(scene.Organization);
        var dispute = (await scene.RaiseAsync(id, by: scene.Manager))!.Value.Value.DisputeId;
        (await scene.AnswerAsync(dispute, DisputeState.Voided)).Should().BeNull();
        (await scene.AnswerAsync(dispute, DisputeState.Voided, by: admin))!.Value.Refused(out _, out _).Should().BeFalse();
        customer.Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_manager_and_then_the_rep_get_a_mail_without_the_texts()
    {
        var (scene, _) = await DisputeScene.WithThreeMetAsync(web);
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        await scene.AnswerAsync(dispute, DisputeState.Upheld);
        await using var db = scene.Db();
        var mails = await db.Mails.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
        mails.Select(m => m.To).Should().BeEquivalentTo([scene.Manager.Email, scene.Rep.Email]);
        mails.Should().OnlyContain(m => m.Text.Contains($"https://example.com/disputes/{dispute}") && !m.Text.Contains(DisputeScene.Reason));
        (await db.Audit.Where(a => a.SubjectId == dispute).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()).Should().BeEquivalentTo(["dispute.raised", "dispute.answered"]);
    }

    /// <summary>The bars that are not empty; each says what its list holds.</summary>
    private static Task<List<(Breach Breach, int Count)>> BarsAsync(Scene scene) => scene.WithAsync(scene.Manager, async (TeamCredibilityQuery page, Actor actor) =>
    {
        var bars = (await page.RunAsync(actor, null, null, 1, default))!.Breaches.Where(b => b.Count > 0).Select(b => (b.Breach, b.Count)).ToList();
        foreach (var (breach, count) in bars)
        {
            (await scene.WithAsync(scene.Manager, (TeamEventsQuery list, Actor a) => list.RunAsync(a, new(null, null, null, TrustCoach.Domain.Coaching.Breaches.Kinds(breach)), default)))!
                .Rows.Should().HaveCount(count);
        }

        return bars;
    });

    private static async Task GiveTeamToAsync(Scene scene, GivenPerson? manager)
    {
        await using var db = scene.Db();
        Team team = await db.Teams.SingleAsync(t => t.Id == scene.Rep.TeamId);
        team.GiveTo(manager is null ? null : await db.People.SingleAsync(p => p.Id == manager.Id));
        await db.SaveChangesAsync();
    }
}
