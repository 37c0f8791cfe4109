using TrustCoach.Domain;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Opportunities;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Opportunities;

public sealed class OpportunityServiceTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    private DateOnly Today => DateOnly.FromDateTime(web.Hands.Now.DateTime);

    [Fact]
    public async Task The_offer_keeps_the_credibility_of_its_day_as_the_why_page_tells_it_then_and_later_news_changes_nothing()
    {
        var scene = await MetAsync(6);
        var day = Today.AddDays(-5);
        var id = await OpenAsync(scene, Offer(day));
        await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-6));

        var row = await RowAsync(scene, id);
        var why = (await scene.WhyAsync(scene.Rep, on: day, then: true))!;
        row.Offer!.Settled.Should().BeTrue();
        row.Offer.Credibility.Should().BeApproximately(why.Reading.Credibility, 1e-9);
        row.Offer.HalfBand.Should().BeApproximately(why.Reading.HalfBandCredibility, 1e-9);
        (await scene.WhyAsync(scene.Rep, on: day))!.Reading.Credibility.Should().BeLessThan(why.Reading.Credibility, "what came to be known later is known now");
    }

    [Fact]
    public async Task Before_three_judged_encounters_there_is_no_number()
    {
        var scene = await MetAsync(2);
        (await RowAsync(scene, await OpenAsync(scene, Offer(Today.AddDays(-1))))).Offer!.Credibility.Should().BeNull();
    }

    [Fact]
    public async Task An_offer_of_today_is_settled_by_the_clock_when_the_day_is_over()
    {
        var scene = await MetAsync(4);
        var id = await OpenAsync(scene, Offer(Today));
        (await RowAsync(scene, id)).Offer!.Settled.Should().BeFalse();
        await scene.LogAsync(Outcome.Missed);
        var (day, before) = (Today, web.Hands.Now);
        try
        {
            web.Hands.Advance(TimeSpan.FromDays(1));
            for (var i = 0; i < 2; i++)
                await scene.WithAsync(scene.Rep, async (OfferClock c, Actor _) => { await c.RunAsync(default); return 0; });
            var (row, why) = (await RowAsync(scene, id), (await scene.WhyAsync(scene.Rep, on: day, then: true))!);
            row.Offer!.Settled.Should().BeTrue();
            row.Offer.Credibility.Should().BeApproximately(why.Reading.Credibility, 1e-9, "the miss of that day is in it");
        }
        finally
        {
            web.Hands.Now = before;
        }
    }

    [Fact]
    public async Task No_score_knows_of_it()
    {
        var scene = await MetAsync(4);
        var before = await scene.ReadAsync();
        await OpenAsync(scene, Offer(Today.AddDays(-2)) with { Stage = OpportunityStage.Lost, ClosedOn = Today, DecidedBy = DecidedBy.Trust });
        (await scene.ReadAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task An_open_one_goes_along_with_a_hand_over_a_won_one_stays_and_the_score_stays_with_who_made_the_offer()
    {
        var scene = await MetAsync(5);
        var open = await OpenAsync(scene, Offer(Today.AddDays(-2)));
        var won = await OpenAsync(scene, Offer(Today.AddDays(-2)) with { Stage = OpportunityStage.Won, ClosedOn = Today, DecidedBy = DecidedBy.Fit });
        var next = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        await scene.WithAsync(scene.Manager, (RelationshipService s, Actor a) =>
            s.HandOverAsync(a, new(scene.RelationshipId, next.Id, Domain.Scoring.Climate.Existing), default));

        var theirs = await ListAsync(scene, next);
        theirs.Should().ContainSingle().Which.Id.Should().Be(open);
        theirs[0].Offer.Should().BeNull("that score is of another rep");
        (await ListAsync(scene, scene.Rep)).Should().BeEmpty("the customer is out of their reach");
        var managed = await ListAsync(scene, scene.Manager);
        managed.Select(r => r.Id).Should().BeEquivalentTo([open, won]);
        managed.Should().OnlyContain(r => r.Offer != null && r.Offer.RepId == scene.Rep.Id);
    }

    [Fact]
    public async Task How_it_came_out_can_be_said_after_the_relationship_has_ended()
    {
        var scene = await MetAsync(3);
        var id = await OpenAsync(scene, Offer(Today.AddDays(-2)));
        await scene.WithAsync(scene.Rep, (RelationshipService s, Actor a) =>
            s.EndAsync(a, new(scene.RelationshipId, Domain.Customers.RelationshipEnd.Other, null), default));
        var lost = Offer(Today.AddDays(-2)) with { Stage = OpportunityStage.Lost, ClosedOn = Today, DecidedBy = DecidedBy.Price };
        (await ChangeAsync(scene, id, 1, lost))!.Value.Refused(out _, out _).Should().BeFalse();
        (await RowAsync(scene, id)).Should().Match<OpportunityRow>(r => r.Ended && r.Stage == OpportunityStage.Lost);
        var another = await scene.WithAsync(scene.Rep, (OpportunityService s, Actor a) => s.OpenAsync(a, new(Guid.NewGuid(), scene.RelationshipId, Offer(Today)), default));
        another.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("RelationshipId", "nothing new is opened in what has ended");
    }

    [Fact]
    public async Task The_same_form_twice_opens_one_and_of_two_changes_at_once_one_is_told()
    {
        var (scene, key) = (await MetAsync(1), Guid.CreateVersion7());
        Task<Result<Guid>> Open() => scene.WithAsync(scene.Rep, (OpportunityService s, Actor a) => s.OpenAsync(a, new(key, scene.RelationshipId, Offer(Today)), default));
        (await Task.WhenAll(Open(), Open())).Should().OnlyContain(r => r.Value == key);
        (await ListAsync(scene, scene.Rep)).Should().ContainSingle();
        var changed = await Task.WhenAll(ChangeAsync(scene, key, 1, Offer(Today) with { Name = "One" }), ChangeAsync(scene, key, 1, Offer(Today) with { Name = "Other" }));
        changed.Count(c => c!.Value.Refused(out _, out _)).Should().Be(1);
    }

    [Fact]
    public async Task A_cause_of_another_customer_is_refused_and_ones_own_is_listed_with_what_was_lost()
    {
        var (scene, stranger) = (await MetAsync(3), await MetAsync(1));
        var (own, foreign) = ((await scene.LogAsync(Outcome.Missed)).Value.TouchpointId, (await stranger.LogAsync(Outcome.Missed)).Value.TouchpointId);
        var lost = Offer(Today.AddDays(-2)) with { Stage = OpportunityStage.Lost, ClosedOn = Today, DecidedBy = DecidedBy.Trust };
        var refused = await scene.WithAsync(scene.Rep, (OpportunityService s, Actor a) => s.OpenAsync(a, new(Guid.NewGuid(), scene.RelationshipId, lost with { CauseId = foreign }), default));
        refused.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("CauseId");
        await OpenAsync(scene, lost with { CauseId = own });
        var listed = await scene.WithAsync(scene.Manager, (OfferComparisonQuery q, Actor a) => q.LostAsync(a, default));
        listed.Should().ContainSingle().Which.TouchpointId.Should().Be(own);
        await scene.VoidAsync(own);
        (await scene.WithAsync(scene.Manager, (OfferComparisonQuery q, Actor a) => q.LostAsync(a, default)))[0].Kind.Should().BeNull("the event was withdrawn");
    }

    private async Task<Scene> MetAsync(int times)
    {
        var scene = await Scene.SetAsync(web);
        var now = web.Hands.Now;
        for (var i = times; i > 0; i--)
        {
            web.Hands.Now = now.AddDays(-7 * i);
            await scene.LogAsync(i % 3 == 0 ? Outcome.Exceeded : Outcome.Met);
        }

        web.Hands.Now = now;
        return scene;
    }

    private OpportunityDetails Offer(DateOnly day) => new("Six order pickers", 71_250.5m, OpportunityStage.OfferMade, Today.AddDays(-30), day);

    private static async Task<Guid> OpenAsync(Scene scene, OpportunityDetails details) =>
        (await scene.WithAsync(scene.Rep, (OpportunityService s, Actor a) => s.OpenAsync(a, new(Guid.CreateVersion7(), scene.RelationshipId, details), default))).Value;

    private static Task<Result<Guid>?> ChangeAsync(Scene scene, Guid id, int version, OpportunityDetails details) =>
        scene.WithAsync(scene.Rep, (OpportunityService s, Actor a) => s.ChangeAsync(a, new(id, version, details), default));

    private static async Task<OpportunityRow> RowAsync(Scene scene, Guid id) =>
        (await scene.WithAsync(scene.Rep, (OpportunitiesQuery q, Actor a) => q.OfAsync(a, id, default)))!.Row;

    private static async Task<IReadOnlyList<OpportunityRow>> ListAsync(Scene scene, GivenPerson by) =>
        (await scene.WithAsync(by, (OpportunitiesQuery q, Actor a) => q.RunAsync(a, OpportunityShow.All, null, default))).Rows;
}
