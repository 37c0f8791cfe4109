using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class RelationshipServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_hand_over_keeps_the_history_and_gives_the_next_rep_an_allowance_of_their_own()
    {
        var (kit, manager, from, to, done) = await GivenAsync();
        await kit.LogAsync(from, done, 20, Outcome.Met);
        await kit.LogAsync(from, done, 10, Outcome.Missed);

        var next = (await HandOverAsync(kit, manager, done, to))!.Value.Value;

        var old = await kit.RelationshipAsync(done.RelationshipId);
        (old.End, old.EndedOn).Should().Be((RelationshipEnd.HandedOver, new DateOnly(2026, 9, 2)));
        var (before, after) = (await kit.StandingAsync(done.RelationshipId), await kit.StandingAsync(next.RelationshipId));
        (before.Ended, before.Judged, after.Ended, after.Judged).Should().Be((true, 2, false, 0));
        after.Opening.Should().Be(new Opening(Climate.Existing, false));
        var page = await PageAsync(kit, to, done.CustomerId);
        page!.Timeline.Should().HaveCount(2).And.OnlyContain(t => t.EarlierRep == from.Name);
        page.Scores!.Events.Should().BeEmpty();
        (await PageAsync(kit, from, done.CustomerId)).Should().BeNull("it is out of the earlier rep's reach");
        (await PageAsync(kit, manager, done.CustomerId, from.Id))!.Scores!.Events.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_promise_in_time_goes_along_and_one_past_due_stays_with_who_gave_it()
    {
        var (kit, manager, from, to, done) = await GivenAsync();
        var inTime = await kit.PromiseAsync(from, done, 5, "Bring the samples");
        var late = await kit.PromiseAsync(from, done, -2, "Send the offer");
        await kit.PromiseAsync(from, done, 3, "Call back", Direction.Theirs);

        var next = (await HandOverAsync(kit, manager, done, to))!.Value.Value;

        await using var db = kit.Db();
        var promises = await db.Promises.Where(p => p.CustomerId == done.CustomerId).ToListAsync();
        promises.Single(p => p.Id == inTime.Id).State.Should().Be(PromiseState.Lapsed);
        promises.Single(p => p.Id == late.Id).State.Should().Be(PromiseState.Open);
        var passed = promises.Where(p => p.RelationshipId == next.RelationshipId).ToList();
        passed.Select(p => (p.Text, p.RepId, p.State)).Should().BeEquivalentTo(
            new[] { ("Bring the samples", to.Id, PromiseState.Open), ("Call back", to.Id, PromiseState.Open) });
        passed.Single(p => p.Text == "Bring the samples").DueAt.Should().Be(inTime.DueAt);

        kit.Clock.Advance(TimeSpan.FromDays(6));
        var readings = await kit.WithAsync(d => kit.Readings(d).RunAsync([from.Id, to.Id], kit.Actor(to).Today(kit.Now), 1, CancellationToken.None));
        readings[done.RelationshipId].Reading.Judged.Should().Be(1, "the clock breaks the earlier rep's own word");
        readings[next.RelationshipId].Reading.Judged.Should().Be(0);
    }

    [Fact]
    public async Task A_planned_encounter_goes_along()
    {
        var (kit, manager, from, to, done) = await GivenAsync();
        var planned = await kit.LogAsync(from, done, -3, Outcome.Pending, "Site visit");

        var next = (await HandOverAsync(kit, manager, done, to))!.Value.Value;

        await using var db = kit.Db();
        (await db.Touchpoints.SingleAsync(t => t.Id == planned.Id)).VoidedAt.Should().NotBeNull();
        (await db.Touchpoints.SingleAsync(t => t.RelationshipId == next.RelationshipId)).HappenedAt.Should().Be(planned.HappenedAt);
        (await PageAsync(kit, to, done.CustomerId))!.Planned.Should().ContainSingle();
    }

    [Fact]
    public async Task Handing_back_takes_up_the_earlier_history()
    {
        var (kit, manager, from, to, done) = await GivenAsync();
        await kit.LogAsync(from, done, 9, Outcome.Met);
        var next = (await HandOverAsync(kit, manager, done, to))!.Value.Value;

        var back = (await HandOverAsync(kit, manager, next, from))!.Value.Value;

        back.RelationshipId.Should().Be(done.RelationshipId);
        (await kit.RelationshipAsync(done.RelationshipId)).EndedOn.Should().BeNull();
        var standing = await kit.StandingAsync(done.RelationshipId);
        (standing.Ended, standing.Judged).Should().Be((false, 1));
    }

    [Fact]
    public async Task Twice_at_once_hands_over_once()
    {
        var (kit, manager, _, to, done) = await GivenAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => HandOverAsync(kit, manager, done, to)));

        all.Count(r => r is { } answered && !answered.Refused(out var _, out var _)).Should().Be(1);
        await using var db = kit.Db();
        (await db.Relationships.CountAsync(r => r.CustomerId == done.CustomerId)).Should().Be(2);
    }

    [Fact]
    public async Task A_manager_hands_over_within_their_teams_only_and_a_rep_not_at_all()
    {
        var (kit, manager, from, to, done) = await GivenAsync();
        var outsider = await kit.RepAsync();

        (await HandOverAsync(kit, manager, done, outsider))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(nameof(HandOver.ToRepId));
        (await HandOverAsync(kit, from, done, to)).Should().BeNull();
        (await HandOverAsync(kit, await kit.AdminAsync(), done, outsider))!.Value.Refused(out _, out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_end_on_trust_names_its_cause_and_lets_open_promises_go()
    {
        var (kit, _, rep, _, done) = await GivenAsync();
        var missed = await kit.LogAsync(rep, done, 3, Outcome.Missed, "Audit not delivered");
        var promise = await kit.PromiseAsync(rep, done, 4);
        var elsewhere = await kit.LogAsync(rep, await kit.CustomerAsync(rep), 3, Outcome.Missed);

        (await EndAsync(kit, rep, new(done.RelationshipId, null, null)))!.Value.Refused(out var noReason, out _).Should().BeTrue();
        noReason!.Field.Should().Be(nameof(EndRelationship.End));
        (await EndAsync(kit, rep, new(done.RelationshipId, RelationshipEnd.LostOnTrust, elsewhere.Id)))!.Value.Refused(out var wrong, out _).Should().BeTrue();
        wrong!.Field.Should().Be(nameof(EndRelationship.CauseId));
        (await EndAsync(kit, rep, new(done.RelationshipId, RelationshipEnd.LostOnTrust, missed.Id)))!.Value.Refused(out _, out _).Should().BeFalse();

        var ended = await kit.RelationshipAsync(done.RelationshipId);
        (ended.End, ended.EndCauseId).Should().Be((RelationshipEnd.LostOnTrust, missed.Id));
        await using var db = kit.Db();
        (await db.Promises.SingleAsync(p => p.Id == promise.Id)).State.Should().Be(PromiseState.Lapsed);
        (await PageAsync(kit, rep, done.CustomerId))!.Relationship.MayLog.Should().BeFalse("it can be read, not written");
    }

    [Fact]
    public async Task An_ended_relationship_is_taken_up_again_but_not_one_that_was_handed_over()
    {
        var (kit, manager, rep, to, done) = await GivenAsync();
        await EndAsync(kit, rep, new(done.RelationshipId, RelationshipEnd.Other, null));

        (await kit.WithAsync(db => kit.Relationships(db).ReopenAsync(kit.Actor(rep), done.RelationshipId, CancellationToken.None))).Should().NotBeNull();
        (await kit.RelationshipAsync(done.RelationshipId)).EndedOn.Should().BeNull();
        await HandOverAsync(kit, manager, done, to);
        (await kit.WithAsync(db => kit.Relationships(db).ReopenAsync(kit.Actor(manager), done.RelationshipId, CancellationToken.None))).Should().BeNull();
    }

    private async Task<(Kit Kit, GivenPerson Manager, GivenPerson From, GivenPerson To, CustomerDone Done)> GivenAsync()
    {
        var kit = await Kit.InAsync(database);
        var (manager, team) = await kit.ManagerAsync();
        var (from, to) = (await kit.RepAsync(team), await kit.RepAsync(team));
        return (kit, manager, from, to, await kit.CustomerAsync(from));
    }

    private static Task<Result<CustomerDone>?> HandOverAsync(Kit kit, GivenPerson by, CustomerDone of, GivenPerson to) =>
        kit.WithAsync(db => kit.Relationships(db).HandOverAsync(kit.Actor(by), new(of.RelationshipId, to.Id, Climate.Existing), CancellationToken.None));

    private static Task<Result<CustomerDone>?> EndAsync(Kit kit, GivenPerson by, EndRelationship command) =>
        kit.WithAsync(db => kit.Relationships(db).EndAsync(kit.Actor(by), command, CancellationToken.None));

    private static Task<CustomerPage?> PageAsync(Kit kit, GivenPerson by, Guid customerId, Guid? repId = null) =>
        kit.WithAsync(db => kit.Page(db).RunAsync(kit.Actor(by), customerId, repId, null, CancellationToken.None));
}
