using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.People;
using TrustCoach.Services.Ripples;

namespace TrustCoach.IntegrationTests.Ripples;

public sealed class RippleTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_lie_lists_who_may_hear_of_it_and_nobody_while_it_is_disputed_or_once_it_is_undone()
    {
        var (scene, bystander) = await LinkedAsync();
        var lie = (await LieAsync(scene)).TouchpointId;
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/touchpoints/{lie}";
        var page = await rep.GetPageAsync(url);
        page.Body!.TextContent.Should().Contain("Who may hear of it").And.Contain("Norland Dairies").And.Contain("They gave their name for you");
        page.QuerySelector($"main a[href='/log?customer={bystander.CustomerId}']").Should().NotBeNull();

        var entry = (await scene.TouchpointAsync(lie)).Breakers[0].Id;
        var dispute = (await scene.RaiseAsync(entry))!.Value.Value.DisputeId;
        (await rep.GetPageAsync(url)).Body!.TextContent.Should().NotContain("Who may hear of it");
        (await rep.GetPageAsync($"/repairs/{entry}")).Body!.TextContent.Should().NotContain("Norland Dairies");
        await scene.AnswerAsync(dispute, DisputeState.Upheld);
        (await rep.GetPageAsync(url)).Body!.TextContent.Should().Contain("Norland Dairies");
        (await rep.GetPageAsync($"/repairs/{entry}")).Body!.TextContent.Should().Contain("Norland Dairies");

        await scene.VoidAsync(lie);
        (await rep.GetPageAsync(url)).Body!.TextContent.Should().NotContain("Who may hear of it");
    }

    [Fact]
    public async Task Whoever_knows_the_person_who_was_there_comes_first()
    {
        var (scene, _) = await LinkedAsync();
        var there = await LinkServiceTests.ContactAsync(scene, scene.CustomerId, "Ilse Brandt");
        var (near, _) = await Scene.CustomerAsync(web, scene.Organization, scene.Rep, "Ashby Glass");
        await LinkServiceTests.NoteAsync(scene, near, role: LinkRole.FormerColleagues, here: there);
        var lie = await LieAsync(scene, there);
        var page = await scene.WithAsync(scene.Rep, (RippleQuery q, Actor a) => q.RunAsync(a, new(scene.CustomerId, EvidenceKind.Lie, lie.TouchpointId), default));
        page!.Heard.Select(h => (h.Customer!.Name, h.WasThere)).Should().Equal(("Ashby Glass", true), ("Norland Dairies", false));
    }

    /// <summary>With a link and without, in two organizations that lived the same: only the rep's reputation moves, and alike.</summary>
    [Fact]
    public async Task The_bystanders_standing_stays_bit_for_bit_and_its_scores_are_those_without_a_link()
    {
        var readings = new List<Reading>();
        foreach (var linked in new[] { false, true })
        {
            var (scene, bystander) = await SetAsync();
            await bystander.LogAsync(Outcome.Met);
            var (before, untouched) = (await StandingAsync(bystander), await bystander.ReadAsync());
            if (linked)
                await LinkServiceTests.NoteAsync(scene, bystander.CustomerId);
            (await bystander.ReadAsync()).Should().BeEquivalentTo(untouched, "a link weighs nothing");
            await LieAsync(scene, outcome: Outcome.Missed);
            (await StandingAsync(bystander)).Should().Be(before);
            readings.Add(await bystander.ReadAsync());
            readings[^1].Credibility.Should().BeLessThan(untouched.Credibility, "the rep's reputation has fallen");
        }

        readings[1].Should().BeEquivalentTo(readings[0]);
    }

    [Fact]
    public async Task The_briefing_of_who_may_have_heard_says_so_until_it_is_put_right()
    {
        var (scene, bystander) = await LinkedAsync();
        (await HeardAsync(bystander)).Should().BeNull();
        var lie = await LieAsync(scene);
        (await HeardAsync(bystander))!.Reason.Should().StartWith($"Facts were distorted with {scene.Customer} on ").And.EndWith("They referred them to us.");
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync($"/customers/{bystander.CustomerId}/briefing")).QuerySelector($"main a[href='/touchpoints/{lie.TouchpointId}']").Should().NotBeNull();

        var said = (await scene.TouchpointAsync(lie.TouchpointId)).Breakers[0].Id;
        await scene.LogAsync(scene.Command(new(Outcome.Courtesy, scene.Now) { Repairs = [new(RepairKind.Apology, said)] }));
        (await HeardAsync(bystander)).Should().BeNull();
    }

    [Fact]
    public async Task What_another_rep_did_is_not_in_the_briefing()
    {
        var (scene, bystander) = await SetAsync();
        var colleague = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        var (theirs, relationship) = await Scene.CustomerAsync(web, scene.Organization, colleague, "Secret Mills");
        var other = scene with { Rep = colleague, CustomerId = theirs, RelationshipId = relationship };
        await LinkServiceTests.NoteAsync(bystander, theirs, by: scene.Manager);
        await LieAsync(other);
        (await HeardAsync(bystander)).Should().BeNull();
        (await HeardAsync(bystander, scene.Manager)).Should().BeNull();
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Two_statements_whatever_the_number_of_those_who_may_hear(int count)
    {
        var scene = await Scene.SetAsync(web);
        await LinkServiceTests.ManyAsync(scene, count);
        var counter = new CommandCounter();
        var page = await scene.AskAsync(scene.Rep, (db, _, actor) => new RippleQuery(db).RunAsync(actor, new(scene.CustomerId, EvidenceKind.Lie, null), default), counter);
        page!.Heard.Should().HaveCount(count);
        counter.Count.Should().Be(2);
    }

    private async Task<(Scene Scene, Scene Bystander)> SetAsync()
    {
        var scene = await Scene.SetAsync(web);
        var (id, relationship) = await Scene.CustomerAsync(web, scene.Organization, scene.Rep, "Norland Dairies");
        return (scene, scene with { CustomerId = id, RelationshipId = relationship, Customer = "Norland Dairies" });
    }

    private async Task<(Scene Scene, Scene Bystander)> LinkedAsync()
    {
        var (scene, bystander) = await SetAsync();
        (await LinkServiceTests.NoteAsync(scene, bystander.CustomerId))!.Value.Refused(out _, out _).Should().BeFalse();
        return (scene, bystander);
    }

    private static async Task<Services.Touchpoints.TouchpointDone> LieAsync(Scene scene, Guid? contact = null, Outcome outcome = Outcome.Met) =>
        (await scene.LogAsync(scene.Command(new(outcome, scene.Now, ContactId: contact) { Breakers = [new(BreakerKind.Lie, Severity.Normal)] }))).Value;

    private static async Task<Care?> HeardAsync(Scene bystander, GivenPerson? by = null) =>
        (await bystander.WithAsync(by ?? bystander.Rep, (BriefingQuery q, Actor a) => q.RunAsync(a, bystander.CustomerId, null, null, default)))!
            .Cares.SingleOrDefault(care => care.Rule == CareRule.MayHaveHeard);

    private static async Task<string> StandingAsync(Scene scene)
    {
        await using var db = scene.Db();
        return await db.Database.SqlQuery<string>($"select to_jsonb(s)::text as \"Value\" from standings s where relationship_id = {scene.RelationshipId}").SingleAsync();
    }
}
