using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Lessons;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Lessons;

/// <summary>The lesson of the week, what people do with it, and who arranges it.</summary>
public sealed class LessonPagesTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_lesson_is_done_with_one_press_taken_back_and_kept_and_nobody_else_sees_it()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var rep = await web.GivenARepAsync(organization, (await web.GivenATeamAsync(organization, manager)).Id);
        using var client = await web.SignedInAsAsync(rep);
        string slug;
        using (var page = await client.GetPageAsync("/lessons"))
        {
            slug = page.QuerySelector(".lesson-title a")!.GetAttribute("href")!["/lessons/".Length..];
            page.Body!.TextContent.Should().Contain("This week").And.Contain("Your week").And.Contain("Poor").And.Contain("Good");
            page.QuerySelectorAll(".lesson-text script, .lesson-text style").Should().BeEmpty();
        }

        using (var done = await client.SubmitToAsync("/lessons", "Done"))
            done.Headers.Location!.ToString().Should().Be("/lessons");
        using (var page = await client.GetPageAsync("/lessons"))
            page.QuerySelector("#flash form")!.GetAttribute("action").Should().Contain("handler=Undo");
        (await client.SubmitToAsync("/lessons", "Favour")).Dispose();
        (await client.SubmitToAsync("/lessons", "Undo")).Dispose();
        (await client.SubmitToAsync("/lessons", "Skip")).Dispose();
        using (var page = await client.GetPageAsync("/lessons/year"))
            page.Body!.TextContent.Should().Contain("Skipped").And.Contain("★").And.NotContain("Done");
        using (var page = await client.GetPageAsync("/lessons/year?view=favourites&year=-7"))
            page.QuerySelectorAll($".rows a[href='/lessons/{slug}']").Should().ContainSingle();

        foreach (var person in new[] { manager, await web.GivenARepAsync(organization, rep.TeamId) })
        {
            using var other = await web.SignedInAsAsync(person);
            foreach (var url in new[] { "/lessons", $"/lessons/{slug}", "/lessons/year", "/practice" })
                (await other.GetPageAsync(url)).Body!.TextContent.Should().NotContain("Skipped").And.NotContain("★");
        }

        await using var db = web.Db(organization);
        (await db.Audit.CountAsync(e => e.PersonId == rep.Id)).Should().Be(0, "what somebody practises is told to nobody");
        using var none = await client.GetAsync(new Uri("/lessons/no-such-lesson", UriKind.Relative));
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_lesson_changes_at_midnight_on_monday_where_the_organization_is()
    {
        var organization = await web.GivenAnOrganizationAsync(timeZone: "America/New_York");
        var actor = await web.ActorAsync(await web.GivenARepAsync(organization));
        // Sunday 1 November 2026 has 25 hours there: clocks go back at two.
        var midnight = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.FromHours(-5));
        var order = new LessonOrder(LessonShelf.Own, []);
        (await LessonAtAsync(actor, midnight.AddSeconds(-1))).Should().Be(order.Of(new(2026, 10, 26)));
        (await LessonAtAsync(actor, midnight)).Should().Be(order.Of(new(2026, 11, 2)));
        (await LessonAtAsync(actor, new(2027, 1, 4, 0, 0, 0, TimeSpan.FromHours(-5)))).Should().Be(order.Of(new(2027, 1, 4)));
        (await LessonAtAsync(actor, new(2027, 1, 3, 23, 59, 0, TimeSpan.FromHours(-5)))).Should().Be(order.Of(new(2026, 12, 28)), "week 53 of 2026 ends on 3 January");
    }

    [Fact]
    public async Task A_team_reads_the_order_of_its_nearest_manager_and_so_does_the_manager()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (head, lead) = (await web.GivenAManagerAsync(organization, "Head"), await web.GivenAManagerAsync(organization, "Lead"));
        var (upper, led, free) = (await web.GivenATeamAsync(organization, head), await web.GivenATeamAsync(organization, lead), await web.GivenATeamAsync(organization));
        await using (var db = web.Db(organization))
        {
            var above = await db.Teams.SingleAsync(t => t.Id == upper.Id);
            foreach (var id in new[] { led.Id, free.Id })
                (await db.Teams.SingleAsync(t => t.Id == id)).PutInto(above);
            await db.SaveChangesAsync();
        }

        var (ofLed, ofFree) = (await web.GivenARepAsync(organization, led.Id), await web.GivenARepAsync(organization, free.Id));
        await ArrangeAsync(head, upper.Id, 0, 9);
        await ArrangeAsync(lead, led.Id, 0, 4);
        web.Hands.Advance(TimeSpan.FromDays(7));
        try
        {
            var (nine, four) = (LessonShelf.Own.Lessons[9 % LessonShelf.Own.Lessons.Count], LessonShelf.Own.Lessons[4]);
            foreach (var (person, lesson) in new[] { (head, nine), (ofFree, nine), (lead, four), (ofLed, four) })
                (await WithAsync(person, (LessonOrderQuery q, Actor a) => q.RunAsync(a, default))).Of(Monday()).Should().Be(lesson);
            using var client = await web.SignedInAsAsync(ofFree);
            (await client.GetPageAsync("/lessons")).Body!.TextContent.Should().Contain("Your manager chose this for the week.");
            using var above = await web.SignedInAsAsync(head);
            using var redirected = await above.GetAsync(new Uri($"/team/{free.Id}/lessons?signal=late", UriKind.Relative));
            redirected.Headers.Location!.ToString().Should().Be($"/team/{upper.Id}/lessons?signal=late");
            (await above.GetAsync(new Uri($"/team/{led.Id}/lessons", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound, "its own manager arranges it");
        }
        finally
        {
            web.Hands.Advance(TimeSpan.FromDays(-7));
        }
    }

    [Fact]
    public async Task A_signal_becomes_next_weeks_lesson_in_two_presses_with_a_reason_that_names_nobody()
    {
        var scene = await Scene.SetAsync(web);
        var (manager, team) = (scene.Manager, scene.Rep.TeamId!.Value);
        for (var day = 3; day > 0; day--)
            await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now.AddDays(-day)) { Breakers = [new(BreakerKind.Late, Severity.Mild, 5)] }));
        using var client = await web.SignedInAsAsync(manager);
        string suggested;
        using (var signals = await client.GetPageAsync($"/team/{team}/signals?days=30"))
            suggested = signals.QuerySelector("a.make-lesson")!.GetAttribute("href")!;
        suggested.Should().Be($"/team/{team}/lessons?signal=late&days=30");
        using (var made = await client.SubmitAsync(suggested, ("signal", "late")))
            made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using (var page = await client.GetPageAsync($"/team/{team}/lessons"))
        {
            var next = page.QuerySelector(".weeks li")!.TextContent;
            next.Should().Contain("Your manager chose this: late, three times in 30 days in the team.").And.NotContain(scene.Rep.Name);
        }

        await using (var db = scene.Db())
        {
            var told = await db.Audit.SingleAsync(e => e.Act == AuditActs.LessonsArranged);
            (told.SubjectId, told.PersonId).Should().Be((team, manager.Id));
            told.After.Should().NotContain(scene.Rep.Name);
        }

        web.Hands.Advance(TimeSpan.FromDays(7));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync("/lessons")).QuerySelector(".notice")!.TextContent.Should().Contain("late, three times in 30 days");
        web.Hands.Advance(TimeSpan.FromDays(-7));
        (await rep.GetAsync(new Uri($"/team/{team}/lessons", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Of_two_who_arrange_at_once_the_second_is_told_and_nothing_is_lost()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager);
        await web.GivenARepAsync(organization, team.Id);
        using var client = await web.SignedInAsAsync(manager);
        var address = $"/team/{team.Id}/lessons";
        using (var first = await client.SubmitToAsync(address, "Move", ("by", "1")))
            first.Headers.Location!.ToString().Should().StartWith($"{address}?at=");
        using (var second = await client.SubmitToAsync(address, "Pick", ("version", "0")))
        {
            second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await second.ReadPageAsync()).Body!.TextContent.Should().Contain("Somebody arranged this team's lessons meanwhile");
        }

        var results = await Task.WhenAll(ArrangeAsync(manager, team.Id, 1, 2), ArrangeAsync(manager, team.Id, 1, 3));
        results.Count(refused => refused).Should().Be(1);
        foreach (var (handler, field, value) in new[] { ("Pick", "lesson", "no-such"), ("Move", "by", "-1"), ("Move", "week", "1999-01-04") })
        {
            using var refused = await client.SubmitToAsync(address, handler, (field, value));
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, handler);
        }

        (await client.SubmitToAsync(address, "Reset")).Dispose();
        await using var db = web.Db(organization);
        var left = await db.TeamLessons.SingleAsync();
        (left.Version, left.Choices.Count).Should().Be((3, 0));
        (await db.Audit.CountAsync(e => e.Act == AuditActs.LessonsArranged)).Should().Be(3);
    }

    [Fact]
    public async Task Every_look_is_one_statement_over_ones_own_log()
    {
        foreach (var customers in new[] { 1, 25 })
        {
            var scene = await Scene.SetAsync(web);
            for (var i = 1; i < customers; i++)
                await Scene.CustomerAsync(web, scene.Organization, scene.Rep, $"Customer {i}");
            await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-2));
            await scene.LogAsync(Outcome.Courtesy);
            await scene.LogAsync(scene.Command(new(null, scene.Now.AddDays(1))));
            var counter = new CommandCounter();
            foreach (var look in Enum.GetValues<LessonLook>())
            {
                var read = await scene.AskAsync(scene.Rep, async (db, _, actor) =>
                {
                    var rules = new RuleBook();
                    await rules.OfAsync(db, 1, default);
                    counter.Reset();
                    return await new LessonLookQuery(db, rules, web.Clock).RunAsync(actor, look, default);
                }, counter);
                counter.Count.Should().Be(1, $"{look}: {string.Join("\n", counter.Statements)}");
                read.Total.Should().Be(look switch
                {
                    LessonLook.Misses or LessonLook.NotOwnedUp or LessonLook.ApologiesOwed or LessonLook.CourtesyOnly or LessonLook.SelfReported
                        or LessonLook.UnnamedExpectations or LessonLook.PlannedAhead or LessonLook.WrittenLate => 1,
                    LessonLook.Encounters => 2,
                    LessonLook.NewRelationships => read.Total,
                    _ => 0,
                }, $"{look}");
                read.Rows.Should().HaveCount(Math.Min(read.Total, LessonLookQuery.Shown));
                read.Words.Should().NotBeEmpty();
            }

            // Nobody else's log is looked at, whoever asks.
            foreach (var roles in new[] { Roles.Rep, Roles.Manager, Roles.Admin })
            {
                var other = await web.GivenAPersonAsync(scene.Organization, roles);
                (await WithAsync(other, (LessonLookQuery q, Actor a) => q.RunAsync(a, LessonLook.Encounters, default))).Total.Should().Be(0);
            }
        }
    }

    [Fact]
    public void Every_link_in_a_lesson_leads_to_a_page()
    {
        var routes = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToHashSet();
        var links = LessonShelf.Own.Lessons.SelectMany(l => LessonFile.Links(l.Text).Select(link => (l.Slug, Link: link.Split('?', '#')[0])));
        links.Where(l => !routes.Contains(l.Link) && LessonShelf.Own.Find(l.Link.Replace("/lessons/", "", StringComparison.Ordinal)) is null).Should().BeEmpty();
        LessonTexts.Html("<script>alert(1)</script>").Should().NotContain("<script");
    }

    private DateOnly Monday() => Domain.Days.WeekOf(DateOnly.FromDateTime(web.Clock.GetUtcNow().UtcDateTime));

    // True when it was refused.
    private Task<bool> ArrangeAsync(GivenPerson manager, Guid team, int version, int lesson) => WithAsync(manager, async (LessonOrderService s, Actor a) =>
        (await s.PutAsync(a, new(team, version, LessonShelf.Own.Lessons[lesson % LessonShelf.Own.Lessons.Count].Slug, IsChosen: true), default))!.Value.Refused(out _, out _));

    private async Task<Lesson> LessonAtAsync(Actor actor, DateTimeOffset at)
    {
        await using var db = web.Db(new GivenOrganization(actor.OrganizationId, "", ""));
        var clock = new TrustCoach.Testing.ManualClock(at);
        var orders = new LessonOrderQuery(db, LessonShelf.Own);
        return (await new LessonQuery(db, orders, new LessonLookQuery(db, new RuleBook(), clock), new LessonTexts(LessonShelf.Own), clock).ThisWeekAsync(actor, default)).Lesson;
    }

    private async Task<T> WithAsync<TService, T>(GivenPerson person, Func<TService, Actor, Task<T>> call)
        where TService : notnull
    {
        var actor = await web.ActorAsync(person);
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Services.Data.TrustCoachDb>().EnterAsync(actor.OrganizationId, default);
        return await call(scope.ServiceProvider.GetRequiredService<TService>(), actor);
    }
}
