using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.People;

public sealed class TeamOfTeamsTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly (int, EvidenceKind, int)[] Kept = [(30, EvidenceKind.Met, 2), (20, EvidenceKind.Met, 2), (10, EvidenceKind.Met, 2)];

    [Fact]
    public async Task Who_manages_a_team_reaches_the_reps_of_all_teams_beneath_it_and_nobody_else_s()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var (lead, stranger) = (await team.AddManagerAsync("Lena Vogel"), await team.AddManagerAsync("Piet Kuiper"));
        var region = await team.AddTeamAsync("Region", lead.PersonId);
        var city = await team.AddTeamAsync("City", team.Manager.PersonId, region);
        var street = await team.AddTeamAsync("Street", stranger.PersonId, city);
        var (anna, zoe) = (await team.AddRepAsync("Anna Lind", city), await team.AddRepAsync("Zoe Marsh", street));
        await team.AddRelationshipAsync(anna, Kept);
        await team.AddRelationshipAsync(zoe, Kept);

        var page = (await team.PageAsync(lead))!;
        page.Team.Name.Should().Be("Region");
        page.Teams.Should().ContainSingle("the others are reached through it");
        page.Reps.Select(r => r.Name).Should().Equal("Anna Lind", "Zoe Marsh");
        page.Parts.Should().ContainSingle().Which.Should().Match<TeamPart>(p => p.Team.Name == "City" && p.RepCount == 2 && p.Figures.Relationships == 2);
        (await team.PageAsync(lead, street.Id))!.Should().Match<TeamCredibility>(p => p.PartOf!.Name == "City" && p.Reps.Count == 1);
        (await team.PageAsync(stranger, city.Id)).Should().BeNull("nobody looks upward");
        await using var db = team.Db();
        (await db.PeopleFor(lead, Thing.RepPage, Act.See).Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo([lead.PersonId, anna, zoe]);
        (await db.PeopleFor(stranger, Thing.RepPage, Act.See).Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo([stranger.PersonId, zoe]);
        (await db.RelationshipsFor(lead, Thing.Score, Act.See).CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task The_nearest_active_manager_answers_and_then_the_one_above()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var lead = await team.AddManagerAsync("Lena Vogel");
        var region = await team.AddTeamAsync("Region", lead.PersonId);
        var city = await team.AddTeamAsync("City", team.Manager.PersonId, region);
        var rep = await team.AddRepAsync("Anna Lind", city);
        await using var db = team.Db();
        (await db.AnswerersOf(rep).Select(p => p.Id).ToListAsync()).Should().Equal(team.Manager.PersonId);

        (await db.People.SingleAsync(p => p.Id == team.Manager.PersonId)).Deactivate(team.Clock.Now);
        await db.SaveChangesAsync();
        (await db.AnswerersOf(rep).Select(p => p.Id).ToListAsync()).Should().Equal(lead.PersonId);
    }

    [Fact]
    public async Task The_reps_of_an_upper_team_cost_five_statements_and_are_found_by_name()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var lead = await team.AddManagerAsync("Lena Vogel");
        var region = await team.AddTeamAsync("Region", lead.PersonId);
        for (var i = 0; i < 3; i++)
        {
            var part = await team.AddTeamAsync($"Part {i}", team.Manager.PersonId, region);
            for (var j = 0; j < 10; j++)
                await team.AddRepAsync($"Rep {i}{j}", part);
        }

        await team.AddRelationshipAsync(await team.AddRepAsync("Zoë Marsh", region), Kept);
        var counter = new CommandCounter();
        var page = (await team.PageAsync(lead, interceptors: counter))!;
        (counter.Count, page.Everybody, page.Parts.Count, page.Reps.Count, page.HasMore).Should().Be((5, 31, 3, 25, true));
        var found = (await team.PageAsync(lead, named: " zoe "))!;
        found.Reps.Should().ContainSingle(r => r.Name == "Zoë Marsh");
        (found.Everybody, found.RepCount, found.Figures.Relationships).Should().Be((31, 1, 1));
        (await team.PageAsync(lead, named: "nobody"))!.Reps.Should().BeEmpty();
    }

    [Fact]
    public async Task An_admin_puts_teams_into_each_other_and_is_told_of_a_circle()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var admin = await web.GivenAnAdminAsync(organization);
        var manager = await web.GivenAManagerAsync(organization);
        var (region, city, street) = (await web.GivenATeamAsync(organization, manager, "Region"), await web.GivenATeamAsync(organization, manager, "City"), await web.GivenATeamAsync(organization, manager, "Street"));
        using var browser = await web.SignedInAsAsync(admin);
        Task<HttpResponseMessage> PutAsync(Team team, Guid? into) => browser.SubmitAsync(
            $"/settings/teams/{team.Id}", ("Input.Name", team.Name), ("Input.ManagerId", manager.Id.ToString()), ("Input.PartOfId", into?.ToString() ?? ""));

        (await PutAsync(street, city.Id)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await PutAsync(city, region.Id)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using (var db = web.Db(organization))
            (await db.Teams.SingleAsync(t => t.Id == street.Id)).Path.Should().Equal(street.Id, city.Id, region.Id);

        using var circle = await PutAsync(region, street.Id);
        circle.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await circle.Content.ReadAsStringAsync()).Should().Contain("Street is part of Region already");
        using var page = await browser.GetPageAsync($"/settings/teams/{region.Id}");
        page.Body!.TextContent.Should().Contain("Teams in it");
        (await PutAsync(city, null)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var after = web.Db(organization);
        (await after.Teams.SingleAsync(t => t.Id == street.Id)).Path.Should().Equal(street.Id, city.Id);
    }

    [Fact]
    public async Task A_team_of_another_organization_is_no_team_to_be_part_of()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var other = await web.GivenAnOrganizationAsync();
        var (admin, manager) = (await web.GivenAnAdminAsync(organization), await web.GivenAManagerAsync(organization));
        var (team, theirs) = (await web.GivenATeamAsync(organization, manager, "North"), await web.GivenATeamAsync(other, await web.GivenAManagerAsync(other), "Theirs"));
        await web.GivenATeamAsync(organization, manager, "South");
        using var browser = await web.SignedInAsAsync(admin);

        using var refused = await browser.SubmitAsync($"/settings/teams/{team.Id}", ("Input.Name", "North"), ("Input.ManagerId", manager.Id.ToString()), ("Input.PartOfId", theirs.Id.ToString()));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Pick a team from the list.");
    }
}
