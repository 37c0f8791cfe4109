using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;

namespace TrustCoach.IntegrationTests.Practice;

public sealed class CloseCallTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    private const string Note = "=cmd Zwergnase <i>ran</i> for the tram";

    [Fact]
    public async Task Three_taps_show_a_pattern_that_leads_to_a_habit_and_each_can_be_taken_back()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now.AddDays(-40)) { Breakers = [new(BreakerKind.Late, Severity.Normal, 20)] }));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync("/radar")).Body!.TextContent.Should().Contain("three of a kind in a month show a pattern");
        foreach (var page in new[] { $"/customers/{scene.CustomerId}", $"/customers/{scene.CustomerId}", "/radar" })
        {
            using var tapped = await rep.SubmitToAsync(page, "Tap", ("kind", "NearlyLate"));
            tapped.Headers.Location!.ToString().Should().Be(page);
        }

        var shown = await rep.GetPageAsync("/radar");
        shown.Body!.TextContent.Should().Contain("Three close calls with time in 30 days, two with " + scene.Customer).And.Contain("Late events: none yet.", "a lateness of forty days ago is outside");
        await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now) { Breakers = [new(BreakerKind.Late, Severity.Normal, 20)] }));
        using var undone = await rep.SubmitToAsync("/radar", "TakeBack");
        shown = await rep.GetPageAsync("/radar");
        shown.Body!.TextContent.Should().Contain("Two close calls with time").And.Contain("Late events: one.").And.Contain("Worth watching");
        (await rep.SubmitToAsync("/radar", "Tap", ("kind", "NearlyLate"))).Dispose();
        using var picked = await rep.SubmitToAsync("/radar", "Pick");
        picked.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.GetPageAsync("/radar")).Body!.TextContent.Should().Contain("You work on it: start on time");
    }

    [Theory, InlineData(25, 25), InlineData(26, 1)]
    public async Task The_last_page_is_never_empty(int calls, int shown)
    {
        var scene = await Scene.SetAsync(web);
        await using var db = scene.Db();
        var day = DateOnly.FromDateTime(scene.Now.UtcDateTime).AddDays(-1);
        for (var i = 0; i < calls; i++)
            db.Add(CloseCall.Note(new(scene.Rep.Organization.Id, Guid.CreateVersion7(), scene.Rep.Id, null), CloseCallKind.NearlyLate, null, null, _ => [], day).Value);
        await db.SaveChangesAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);

        (await rep.GetPageAsync("/radar?page=2")).QuerySelectorAll("form[action*=TakeBack]").Should().HaveCount(shown);
    }

    [Fact]
    public async Task It_moves_no_score_and_stands_on_no_page_file_or_record_but_its_authors()
    {
        var (scene, without) = await DisputeScene.WithThreeMetAsync(web);
        var standing = await scene.StandingAsync();
        await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyBentAFact, scene.RelationshipId, null, Note));
        for (var i = 0; i < 4; i++)
            await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyLate, scene.RelationshipId));

        (await scene.StandingAsync()).Should().BeEquivalentTo(standing);
        var with = await scene.ReadAsync();
        (with.Credibility, with.Trust, with.HalfBandCredibility).Should().Be((without.Credibility, without.Trust, without.HalfBandCredibility), "bit for bit");
        using (var rep = await web.SignedInAsAsync(scene.Rep))
            (await rep.GetStringAsync(new Uri("/radar", UriKind.Relative))).Should().Contain("Zwergnase").And.NotContain("<i>ran");
        await using (var db = scene.Db())
        {
            (await db.Audit.AsNoTracking().ToListAsync()).Should().NotContain(e => e.Act.Contains("call") || (e.After ?? "").Contains("Zwergnase"));
            (await db.Ledger.CountAsync(e => e.RepId == scene.Rep.Id)).Should().Be(3);
            (await db.CloseCalls.AsNoTracking().ToListAsync()).Should().NotContain(c => c.Sealed != null && System.Text.Encoding.UTF8.GetString(c.Sealed).Contains("Zwergnase"));
        }

        foreach (var person in new[] { scene.Manager, await web.GivenAnAdminAsync(scene.Organization), await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId) })
        {
            using var other = await web.SignedInAsAsync(person);
            foreach (var url in new[]
            {
                "/radar", "/radar?handler=Csv", "/radar?of=NearlyLate", "/team", $"/team/reps/{scene.Rep.Id}", $"/team/reps/{scene.Rep.Id}?handler=Csv", "/team/signals", $"/customers/{scene.CustomerId}?rep={scene.Rep.Id}",
                $"/customers/{scene.CustomerId}/briefing?rep={scene.Rep.Id}", $"/reps/{scene.Rep.Id}/history", $"/reps/{scene.Rep.Id}/roll-up", "/settings/audit", "/settings/people", "/progress", "/find?q=Zwerg",
            })
            {
                using var answer = await other.GetAsync(new Uri(url, UriKind.Relative));
                (await answer.Content.ReadAsStringAsync()).Should().NotContain("Zwergnase", url).And.NotContain("close calls with", url).And.NotContain("close call with time", url);
            }
        }
    }

    [Fact]
    public async Task Twice_is_once_and_nobody_notes_or_takes_back_anothers()
    {
        var (scene, stranger) = (await Scene.SetAsync(web), await Scene.SetAsync(web));
        var key = Guid.CreateVersion7();
        await Task.WhenAll(NoteAsync(scene, new(key, CloseCallKind.NearlyLate)), NoteAsync(scene, new(key, CloseCallKind.NearlyLate)));
        (await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyLate, stranger.RelationshipId))).Should().Be("RelationshipId");
        (await NoteAsync(scene, new(Guid.NewGuid(), (CloseCallKind)77))).Should().Be("Kind");
        var neighbour = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        (await NoteAsync(scene, new(key, CloseCallKind.NearlyForgot), neighbour)).Should().BeNull("a key of somebody else's is no key");
        (await scene.WithAsync(neighbour, (CloseCallService s, Actor a) => s.TakeBackAsync(a, key, default))).Should().BeFalse();
        await using var db = scene.Db();
        (await db.CloseCalls.CountAsync(c => c.PersonId == scene.Rep.Id)).Should().Be(1);
        (await db.CloseCalls.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Fifty_a_day_are_enough_and_bad_input_comes_back_with_its_words()
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < CloseCall.MostADay; i++)
            await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyForgot));
        (await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyForgot))).Should().BeEmpty("the refusal is of the whole");
        using var rep = await web.SignedInAsAsync(scene.Rep);
        foreach (var (field, value, said) in new[] { ("Input.Note", new string('y', 201), "200 characters"), ("Input.Day", "2036-01-01", "future"), ("Input.Day", "2026-01-01", "eight weeks") })
        {
            using var refused = await rep.SubmitAsync("/radar", ("Input.Kind", "NearlyLate"), (field, value));
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, said);
            (await refused.Content.ReadAsStringAsync()).Should().Contain(said);
        }

        using var nonsense = await rep.SubmitToAsync("/radar", "Tap", ("kind", "Nonsense"), ("key", "x"));
        nonsense.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var other = await Scene.SetAsync(web);
        using var free = await web.SignedInAsAsync(other.Rep);
        using var away = await free.SubmitToAsync($"/customers/{other.CustomerId}", "Tap", ("kind", "NearlyLate"), ("returnUrl", "//evil.example"));
        away.Headers.Location!.ToString().Should().Be("/radar");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_four_statements_whatever_the_number(int size)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < size; i++)
            await NoteAsync(scene, new(Guid.NewGuid(), CloseCallKind.NearlyLate, scene.RelationshipId));
        var (actor, counter) = (await web.ActorAsync(scene.Rep), new CommandCounter());
        await using var db = CountedDb(scene, counter);
        (await new RadarQuery(db, web.Services.GetRequiredService<AuthorSeal>(), web.Hands).RunAsync(actor, default)).Calls.Should().HaveCount(size);
        counter.Count.Should().Be(4, string.Join("\n\n", counter.Statements));
    }

    private static TrustCoachDb CountedDb(Scene scene, CommandCounter counter) => new(
        new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(scene.Web.ConnectionString).AddInterceptors(counter).Options, CurrentOrganization.Of(scene.Organization.Id));

    /// <summary>The field that was refused; null when it was noted.</summary>
    private static async Task<string?> NoteAsync(Scene scene, NoteCloseCall command, GivenPerson? by = null) =>
        (await scene.WithAsync(by ?? scene.Rep, (CloseCallService s, Actor a) => s.NoteAsync(a, command, default))).Refused(out var problem, out _) ? problem.Field : null;
}
