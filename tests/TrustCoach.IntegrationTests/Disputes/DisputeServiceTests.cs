using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Disputes;

public sealed class DisputeServiceTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task While_it_is_disputed_the_score_is_exactly_as_if_the_event_were_absent_and_upheld_it_is_back()
    {
        var (scene, without) = await WithThreeMetAsync();
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
        var (scene, without) = await WithThreeMetAsync();
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
        var (scene, _) = await WithThreeMetAsync();
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
    public async Task A_break_by_the_clock_that_no_job_has_booked_is_disputed_and_withdrawn()
    {
        var (scene, _) = await WithThreeMetAsync();
        var promise = await PromiseAsync(scene);
        web.Hands.Advance(TimeSpan.FromDays(12));
        var before = await scene.ReadAsync();
        var dispute = (await scene.RaiseAsync(promise))!.Value.Value.DisputeId;
        (await scene.ReadAsync()).Judged.Should().Be(before.Judged - 1);
        (await scene.AnswerAsync(dispute, DisputeState.Voided))!.Value.Refused(out _, out _).Should().BeFalse();

        await using var db = scene.Db();
        (await db.Promises.SingleAsync(p => p.Id == promise)).State.Should().Be(PromiseState.Lapsed);
        (await db.RepTallies.SumAsync(t => t.PromisesBroken)).Should().Be(0);
        (await scene.EntryAsync(promise)).Status.Should().Be(LedgerStatus.Voided);
        (await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.UndoAsync(a, new(promise, null, "No."), default)))!.Value.Refused(out _, out _).Should().BeTrue();
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task A_broken_promise_is_corrected_to_the_day_it_was_kept()
    {
        var (scene, without) = await WithThreeMetAsync();
        var promise = await PromiseAsync(scene);
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
    public async Task Taken_back_by_the_rep_the_event_weighs_again_and_may_be_disputed_anew()
    {
        var (scene, _) = await WithThreeMetAsync();
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
    public async Task Disputed_in_two_tabs_at_once_it_is_one_dispute()
    {
        var (scene, _) = await WithThreeMetAsync();
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var both = await Task.WhenAll(scene.RaiseAsync(id), scene.RaiseAsync(id, "Another reason."));
        both.Select(r => r!.Value.Value.DisputeId).Distinct().Should().ContainSingle();
        both.Count(r => r!.Value.Value.Already).Should().Be(1);
    }

    [Fact]
    public async Task Answered_twice_at_once_one_answer_stands()
    {
        var (scene, _) = await WithThreeMetAsync();
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        var both = await Task.WhenAll(scene.AnswerAsync(dispute, DisputeState.Upheld, "It stands."), scene.AnswerAsync(dispute, DisputeState.Voided, "It goes."));
        both.Count(r => r!.Value.Refused(out _, out _)).Should().Be(1);
        await scene.StandingFollowsFromLedgerAsync();
    }

    [Fact]
    public async Task An_answered_event_takes_a_new_reason()
    {
        var (scene, _) = await WithThreeMetAsync();
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        await scene.AnswerAsync((await scene.RaiseAsync(id))!.Value.Value.DisputeId, DisputeState.Upheld);
        (await scene.RaiseAsync(id))!.Value.Refused(out var same, out _).Should().BeTrue();
        same!.Field.Should().Be("Reason");
        (await scene.RaiseAsync(id, "Here is the gate log."))!.Value.Refused(out _, out _).Should().BeFalse();
    }

    [Fact]
    public async Task Withdrawn_meanwhile_it_cannot_stand_any_more_but_can_be_answered()
    {
        var (scene, without) = await WithThreeMetAsync();
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
    public async Task Only_the_rep_whose_record_it_is_disputes_and_only_who_coaches_them_answers()
    {
        var (scene, _) = await WithThreeMetAsync();
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
        var (scene, _) = await WithThreeMetAsync();
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
    public async Task The_clock_breaks_the_word_to_the_rep_and_the_late_answer_still_counts_for_the_event()
    {
        var (scene, _) = await WithThreeMetAsync();
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
        var (scene, _) = await WithThreeMetAsync();
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

    [Fact]
    public async Task The_manager_and_then_the_rep_get_a_mail_without_the_texts()
    {
        var (scene, _) = await WithThreeMetAsync();
        var id = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var dispute = (await scene.RaiseAsync(id))!.Value.Value.DisputeId;
        await scene.AnswerAsync(dispute, DisputeState.Upheld);
        await using var db = scene.Db();
        var mails = await db.Mails.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
        mails.Select(m => m.To).Should().BeEquivalentTo([scene.Manager.Email, scene.Rep.Email]);
        mails.Should().OnlyContain(m => m.Text.Contains($"https://example.com/disputes/{dispute}") && !m.Text.Contains(DisputeScene.Reason));
        (await db.Audit.Where(a => a.SubjectId == dispute).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()).Should().BeEquivalentTo(["dispute.raised", "dispute.answered"]);
    }

    private async Task<(Scene Scene, Reading Without)> WithThreeMetAsync()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 3; ago > 0; ago--)
            await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-ago));
        return (scene, await scene.ReadAsync());
    }

    private static async Task<Guid> PromiseAsync(Scene scene) =>
        (await scene.WithAsync(scene.Rep, (PromiseService s, Actor a) => s.MakeAsync(
            a, new(scene.RelationshipId, new(Direction.Ours, "Send the audit", Days.Of(scene.Now, a.OrganizationZone).AddDays(2))), default))).Value;

    private static async Task GiveTeamToAsync(Scene scene, GivenPerson? manager)
    {
        await using var db = scene.Db();
        Team team = await db.Teams.SingleAsync(t => t.Id == scene.Rep.TeamId);
        team.GiveTo(manager is null ? null : await db.People.SingleAsync(p => p.Id == manager.Id));
        await db.SaveChangesAsync();
    }
}
