using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;

namespace TrustCoach.IntegrationTests.Settings;

public sealed class SettingsTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_admin_changes_a_person_and_the_audit_tells_from_what_to_what()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (admin, rep) = (await web.GivenAnAdminAsync(organization), await web.GivenARepAsync(organization, name: "Old Name"));
        using var browser = await web.SignedInAsAsync(admin);

        using var saved = await browser.SubmitAsync($"/settings/people/{rep.Id}", ("Input.Name", "New Name"), ("Input.Roles.Manager", "true"));
        saved.StatusCode.Should().Be(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());

        await using var db = web.Db(organization);
        var entry = await db.Audit.SingleAsync(e => e.SubjectId == rep.Id);
        (entry.Act, entry.PersonId).Should().Be((AuditActs.PersonChanged, admin.Id));
        entry.Before.Should().Contain("Old Name");
        entry.After.Should().Contain("New Name");
        var page = await browser.GetPageAsync($"/settings/audit?subject={rep.Id}");
        page.QuerySelector("main")!.TextContent.Should().Contain("Old Name").And.Contain("New Name").And.Contain(admin.Name);
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var admin = await web.GivenAnAdminAsync(organization);
        using var browser = await web.SignedInAsAsync(admin);

        using var demoted = await browser.SubmitAsync($"/settings/people/{admin.Id}", ("Input.Name", "Ada"), ("Input.Roles.Rep", "true"), ("Input.Roles.Admin", "false"));
        using var gone = await browser.SubmitAsync($"/settings/people/{admin.Id}/deactivate", form => form.Closest("main") is not null);

        foreach (var refused in new[] { demoted, gone })
        {
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync()).Should().Contain("This is the only admin left.");
        }
    }

    [Fact]
    public async Task A_person_with_customers_is_switched_off_only_with_a_word_about_them()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (admin, rep) = (await web.GivenAnAdminAsync(organization), await web.GivenARepAsync(organization));
        await using (var db = web.Db(organization))
        {
            var customer = Guid.CreateVersion7();
            db.Add(Customer.Add(organization.Id, customer, "Kestrel Freight", false, null, DateTimeOffset.UtcNow).Value);
            db.Add(Relationship.Open(organization.Id, Guid.CreateVersion7(), rep.Id, customer, default, new(2026, 1, 5)));
            await db.SaveChangesAsync();
        }

        using var browser = await web.SignedInAsAsync(admin);
        var url = $"/settings/people/{rep.Id}/deactivate";
        using var refused = await browser.SubmitAsync(url, form => form.Closest("main") is not null);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("still has one customer. Hand them over first");

        using var done = await browser.SubmitAsync(url, ("Input.LeavesCustomers", "true"));
        done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SubmitToAsync($"/settings/people/{rep.Id}", "Reactivate")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_team_is_formed_renamed_filled_emptied_and_archived()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (admin, manager, rep) = (await web.GivenAnAdminAsync(organization), await web.GivenAManagerAsync(organization), await web.GivenARepAsync(organization));
        using var browser = await web.SignedInAsAsync(admin);

        using var formed = await browser.SubmitAsync("/settings/teams", ("Input.Name", "North"), ("Input.ManagerId", manager.Id.ToString()));
        var url = formed.Headers.Location!.ToString();
        (await browser.SubmitAsync(url, ("Input.Name", "North and east"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SubmitToAsync(url, "Add", ("personId", rep.Id.ToString()))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var full = await browser.SubmitToAsync(url, "Archive");
        (await full.Content.ReadAsStringAsync()).Should().Contain("The team still has 1 person.");
        (await browser.SubmitToAsync(url, "Remove")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SubmitToAsync(url, "Archive")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        await using var db = web.Db(organization);
        var team = await db.Teams.SingleAsync();
        (team.Name, team.ManagerId).Should().Be(("North and east", manager.Id));
        team.ArchivedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task People_of_another_organization_do_not_exist()
    {
        var (mine, theirs) = (await web.GivenAnOrganizationAsync(), await web.GivenAnOrganizationAsync("Southwind"));
        var foreign = await web.GivenARepAsync(theirs);
        var team = await web.GivenATeamAsync(theirs);
        var admin = await web.GivenAnAdminAsync(mine);
        using var browser = await web.SignedInAsAsync(admin);
        using var page = await browser.GetPageAsync($"/settings/people/{admin.Id}");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var path in new[] { $"people/{foreign.Id}", $"people/{foreign.Id}/deactivate", $"teams/{team.Id}" })
            (await browser.GetAsync(new Uri($"/settings/{path}", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        foreach (var path in new[]
        {
            $"people/{foreign.Id}", $"people/{foreign.Id}?handler=Reactivate", $"people/{foreign.Id}?handler=EndSessions", $"people/{foreign.Id}/deactivate",
            $"people?handler=Resend&id={foreign.Id}", $"people?handler=Revoke&id={foreign.Id}",
            $"teams/{team.Id}", $"teams/{team.Id}?handler=Add&personId={admin.Id}", $"teams/{team.Id}?handler=Remove&personId={foreign.Id}",
            $"teams/{team.Id}?handler=Archive", $"teams/{team.Id}?handler=Restore",
        })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Name", "Taken"), new("Input.Roles.Rep", "true")]);
            using var response = await browser.PostAsync(new Uri($"/settings/{path}", UriKind.Relative), form);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }

        (await (await browser.GetAsync(new Uri("/settings/people?all=true", UriKind.Relative))).Content.ReadAsStringAsync()).Should().NotContain(foreign.Name);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_the_audit()
    {
        var organization = await web.GivenAnOrganizationAsync();
        using var browser = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        (await browser.SubmitAsync("/settings/organization", ("Input.Name", "Renamed"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = web.Db(organization);

        var update = () => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, "because"));
        var delete = () => db.Audit.ExecuteDeleteAsync();

        await update.Should().ThrowAsync<Npgsql.PostgresException>();
        await delete.Should().ThrowAsync<Npgsql.PostgresException>();
        (await db.Audit.SingleAsync()).After.Should().Contain("Renamed");
    }

    [Fact]
    public async Task The_audit_is_paged_by_key_and_filtered()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var admin = await web.GivenAnAdminAsync(organization);
        await using (var db = web.Db(organization))
        {
            for (var i = 0; i < 60; i++)
                db.Audit.Add(new(organization.Id, DateTimeOffset.UtcNow.AddMinutes(-i), admin.Id, i % 2 == 0 ? AuditActs.TeamChanged : AuditActs.PersonChanged, Guid.NewGuid(), reason: $"Reason {i}."));
            await db.SaveChangesAsync();
        }

        using var browser = await web.SignedInAsAsync(admin);
        using var first = await browser.GetPageAsync("/settings/audit");
        first.QuerySelectorAll("main .rows > li").Should().HaveCount(AuditQuery.PageSize);
        using var second = await browser.GetPageAsync(first.QuerySelector(".pager a")!.GetAttribute("href")!);
        second.QuerySelectorAll("main .rows > li").Should().HaveCount(10);
        using var filtered = await browser.GetPageAsync($"/settings/audit?kind={AuditActs.TeamChanged}&person={admin.Id}");
        filtered.QuerySelectorAll("main .rows > li").Should().HaveCount(30);
        (await browser.GetAsync(new Uri("/settings/audit?from=nonsense&before=x&person=y", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_audit_keeps_what_reps_wrote_from_an_admin_who_is_nothing_else()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var rep = await web.GivenARepAsync(organization, name: "Hanna Lind");
        await using (var db = web.Db(organization))
        {
            var after = AuditTrail.Snapshot(new { RepId = rep.Id, Summary = "They fear for the depot.", Channel = "Visit" });
            db.Audit.Add(new(organization.Id, DateTimeOffset.UtcNow, rep.Id, AuditActs.TouchpointLogged, Guid.NewGuid(), after: after));
            await db.SaveChangesAsync();
        }

        using var browser = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        using var page = await browser.GetPageAsync("/settings/audit");
        page.QuerySelector("main .rows")!.TextContent.Should().Contain("Hanna Lind").And.Contain("Visit").And.NotContain("depot");
    }

    [Fact]
    public async Task People_are_found_by_part_of_a_name_or_address()
    {
        var organization = await web.GivenAnOrganizationAsync();
        using var browser = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        await web.GivenARepAsync(organization, name: "Ilse 100% Brandt");
        await web.GivenARepAsync(organization, name: "Tom Adeyemi");

        using var found = await browser.GetPageAsync("/settings/people?search=100%25");
        found.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain("Ilse 100% Brandt");
        using var nobody = await browser.GetPageAsync("/settings/people?search=zzz");
        nobody.QuerySelector("main")!.TextContent.Should().Contain("Nobody fits this search.");
    }
}
