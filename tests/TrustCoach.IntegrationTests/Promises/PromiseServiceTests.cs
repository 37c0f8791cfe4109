using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class PromiseServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private Task<PromiseWorld> WorldAsync() => new PromiseWorld(database).BeginAsync();

    [Fact]
    public async Task A_kept_promise_reaches_ledger_standing_week_give_and_take_and_audit()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        world.GoTo(PromiseWorld.Wednesday.AddDays(1));
        (await world.KeepAsync(id))!.Value.Value.State.Should().Be(PromiseState.Kept);

        await using var db = world.Db();
        var entry = await db.Ledger.SingleAsync(e => e.PromiseId == id);
        (entry.Kind, entry.Level, entry.Day, entry.KeptUnits).Should().Be((EvidenceKind.PromiseKept, EvidenceLevel.SelfReported, PromiseWorld.Wednesday.AddDays(1), 0.8));
        var standing = await db.Standings.SingleAsync(s => s.RelationshipId == world.Relationship.Id);
        standing.Judged.Should().Be(1);
        (standing.Gave > 0, standing.Took).Should().Be((true, 0));
        (await world.TallyAsync()).Should().Be((1, 0, 0));
        var acts = await db.Audit.Where(a => a.SubjectId == id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync();
        acts.Select(a => (a.Act, a.PersonId)).Should().Equal((AuditActs.PromiseMade, world.Rep.PersonId), (AuditActs.PromiseTurned, world.Rep.PersonId));
        acts[1].Before.Should().Contain("\"Open\"");
        acts[1].After.Should().Contain("\"Kept\"");
    }

    [Fact]
    public async Task Twice_at_once_makes_one_turn_and_the_second_says_so()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.KeepAsync(id)));

        both.Count(turned => !turned!.Value.Value.Already).Should().Be(1);
        (await world.LoadAsync(id)).Turns.Should().ContainSingle();
        (await world.TallyAsync()).Should().Be((1, 0, 0));
        (await world.ReadAsync()).Standing.Judged.Should().Be(1);
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_one_promise()
    {
        var world = await WorldAsync();
        var command = new MakePromise(world.Relationship.Id, new(Direction.Ours, "Send it", PromiseWorld.Wednesday), Guid.CreateVersion7());
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.WithAsync(s => s.MakeAsync(world.Rep, command, default))));

        made.Select(m => m.Value).Distinct().Should().ContainSingle();
        await using var db = world.Db();
        (await db.Promises.CountAsync()).Should().Be(1);
        (await db.Audit.CountAsync(a => a.Act == AuditActs.PromiseMade)).Should().Be(1);
    }

    [Fact]
    public async Task Undone_everything_is_as_if_it_had_not_been()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        var before = await world.ReadAsync();
        var turned = (await world.KeepAsync(id))!.Value.Value;
        (await world.WithAsync(s => s.UndoAsync(world.Rep, new(id, turned.TurnId), default)))!.Value.Value.State.Should().Be(PromiseState.Open);

        (await world.ReadAsync()).Reading.Should().Be(before.Reading);
        (await world.TallyAsync()).Should().Be((0, 0, 0));
        await using var db = world.Db();
        (await db.Standings.SingleAsync(s => s.RelationshipId == world.Relationship.Id)).Gave.Should().Be(0);
        (await world.LoadAsync(id)).Turns.Should().ContainSingle().Which.UndoneAt.Should().NotBeNull();
        (await world.WithAsync(s => s.UndoAsync(world.Rep, new(id, turned.TurnId), default)))!.Value.Value.Already.Should().BeTrue();
    }

    [Fact]
    public async Task Later_it_is_undone_only_with_a_reason_and_can_be_closed_again()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        await world.WithAsync(s => s.BreakAsync(world.Rep, new(id, true), default));
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        (await world.WithAsync(s => s.UndoAsync(world.Rep, new(id, null), default)))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("Reason");
        (await world.WithAsync(s => s.UndoAsync(world.Rep, new(id, null, "Wrong row"), default)))!.Value.Value.State.Should().Be(PromiseState.Open);
        (await world.KeepAsync(id))!.Value.Value.State.Should().Be(PromiseState.Kept);
        (await world.TallyAsync()).Should().Be((1, 0, 0));
        (await world.ReadAsync()).Standing.Judged.Should().Be(1);
    }

    [Fact]
    public async Task Renegotiated_twice_and_withdrawn_it_weighs_nothing_any_more()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync(dueIn: 5);
        foreach (var days in new[] { 7, 9 })
            (await world.WithAsync(s => s.RenegotiateAsync(world.Rep, new(id, PromiseWorld.Wednesday.AddDays(days), null, true), default)))!.Value.Value.Should().NotBeNull();
        (await world.ReadAsync()).Standing.Judged.Should().Be(2);
        (await world.WithAsync(s => s.VoidAsync(world.Rep, id, "Entered twice", default)))!.Value.Value.State.Should().Be(PromiseState.Voided);

        (await world.ReadAsync()).Standing.Judged.Should().Be(0);
        (await world.RatioAsync()).Should().Be(new KeptRatio(0, 0, 0, 0, 90));
        (await world.WithAsync(s => s.VoidAsync(world.Rep, id, "Entered twice", default)))!.Value.Value.Already.Should().BeTrue();
    }

    [Fact]
    public async Task What_they_kept_counts_as_taken_and_not_as_the_reps_deed()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync(direction: Direction.Theirs);
        await world.KeepAsync(id);

        await using var db = world.Db();
        var standing = await db.Standings.SingleAsync(s => s.RelationshipId == world.Relationship.Id);
        (standing.Judged, standing.Gave, standing.Took > 0).Should().Be((0, 0, true));
        (await world.TallyAsync()).Should().Be((0, 0, 0));
        (await world.RatioAsync(Direction.Theirs)).Kept.Should().Be(1);
    }

    [Fact]
    public async Task Backdated_it_counts_on_the_day_it_was_kept()
    {
        var world = await WorldAsync();
        var (first, second) = (await world.PromiseAsync(), await world.PromiseAsync());
        world.GoTo(PromiseWorld.Wednesday.AddDays(4));
        await world.KeepAsync(second);
        (await world.KeepAsync(first, PromiseWorld.At(PromiseWorld.Wednesday.AddDays(1), 12)))!.Value.Value.State.Should().Be(PromiseState.Kept);

        await using var db = world.Db();
        var days = await db.Ledger.OrderBy(e => e.Day).Select(e => new { e.PromiseId, e.Day }).ToListAsync();
        days.Select(d => (d.PromiseId, d.Day)).Should().Equal((first, PromiseWorld.Wednesday.AddDays(1)), (second, PromiseWorld.Wednesday.AddDays(4)));
        (await world.TallyAsync()).Should().Be((1, 1, 0), "the other one was kept two days late");
    }

    [Fact]
    public async Task Anothers_promise_is_not_there_and_a_managers_word_is_witnessed()
    {
        var world = await WorldAsync();
        var id = await world.PromiseAsync();
        var (stranger, manager) = (await world.PersonAsync(Roles.Rep), await world.PersonAsync(Roles.Manager));
        (await world.WithAsync(s => s.KeepAsync(stranger, new(id), default))).Should().BeNull();
        (await world.WithAsync(s => s.VoidAsync(manager, id, "x", default))).Should().BeNull("the manager does not manage this rep yet");
        await using (var db = world.Db())
        {
            var team = Team.Form(world.OrganizationId, Guid.CreateVersion7(), "North").Value;
            team.GiveTo(await db.People.SingleAsync(p => p.Id == manager.PersonId));
            (await db.People.SingleAsync(p => p.Id == world.Rep.PersonId)).Assign(Roles.Rep, team.Id);
            db.Add(team);
            await db.SaveChangesAsync();
        }

        (await world.WithAsync(s => s.KeepAsync(manager, new(id), default)))!.Value.Value.State.Should().Be(PromiseState.Kept);
        (await world.LoadAsync(id)).Turns.Single().Level.Should().Be(EvidenceLevel.Witnessed);
    }

    [Fact]
    public async Task Another_organization_finds_nothing()
    {
        var (world, other) = (await WorldAsync(), await WorldAsync());
        var id = await world.PromiseAsync();
        (await other.KeepAsync(id)).Should().BeNull();
        (await other.WithAsync(s => s.MakeAsync(other.Rep, new(world.Relationship.Id, new(Direction.Ours, "Send it", PromiseWorld.Wednesday)), default)))
            .Refused(out _, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_new_is_promised_to_an_archived_customer_or_to_a_strangers()
    {
        var world = await WorldAsync();
        var archived = await world.RelationshipAsync(world.Rep, "Harbor & Co", archived: true);
        var foreign = await world.RelationshipAsync(await world.PersonAsync(Roles.Rep), "Lumen Parts");
        async Task<string> RefusalAsync(Guid relationshipId) =>
            (await world.WithAsync(s => s.MakeAsync(world.Rep, new(relationshipId, new(Direction.Ours, "Send it", PromiseWorld.Wednesday)), default)))
                .Refused(out var problem, out _) ? $"{problem.Field}: {problem.Message}" : "";

        (await RefusalAsync(archived.Id)).Should().Be("RelationshipId: This customer is archived. Take it back into your list first.");
        (await RefusalAsync(foreign.Id)).Should().Be("RelationshipId: Pick one of your own customers.");
        (await RefusalAsync(Guid.NewGuid())).Should().Be("RelationshipId: Pick one of your own customers.");
    }

    [Theory]
    [InlineData("'); drop table promises; --")]
    [InlineData("<script>alert(1)</script> \u202Eevil \U0001F9E8")]
    [InlineData("Zero \0 byte")]
    public async Task Hostile_text_is_kept_as_text(string text)
    {
        var world = await WorldAsync();
        var made = await world.WithAsync(s => s.MakeAsync(world.Rep, new(world.Relationship.Id, new(Direction.Ours, text, PromiseWorld.Wednesday, null, text)), default));
        (await world.LoadAsync(made.Value)).Text.Should().Be(text.Replace("\0", "", StringComparison.Ordinal));
    }
}
