using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Imports;

/// <summary>Promises from a file that close late, close ones that are here already, or are wrong in a cell.</summary>
public sealed class PromiseImportTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Heading = "id,rep,customer,promise,due,kept on,direction\n";

    [Fact]
    public async Task What_they_kept_after_the_grace_comes_in_as_kept_late_and_ours_as_broken()
    {
        var (organization, admin) = await AdminAsync();
        await ApplyAsync(admin, Heading + "1,Ada Rowe,Kestrel,Send the figures,2026-01-10,2026-03-01,theirs\n2,Ada Rowe,Kestrel,Send the audit,2026-01-10,2026-03-01,ours\n", [2, 0, 0, 0]);

        await using var db = web.Db(organization);
        var (theirs, ours) = (await FindAsync(db, "1"), await FindAsync(db, "2"));
        (theirs.State, theirs.ClosedOn).Should().Be((PromiseState.KeptLate, new DateOnly(2026, 3, 1)));
        (ours.State, ours.ClosedOn).Should().Be((PromiseState.Broken, new DateOnly(2026, 1, 17)));
        var standing = await db.Standings.SingleAsync();
        (standing.Took > 0, standing.Gave, standing.Judged).Should().Be((true, 0d, 1));
    }

    [Fact]
    public async Task A_later_file_closes_what_was_open_and_undone_it_is_open_again()
    {
        var (organization, admin) = await AdminAsync();
        var due = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", null);
        var kept = DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", null);
        var made = DateTimeOffset.UtcNow.AddDays(-9).ToString("yyyy-MM-dd", null);
        const string columns = "id,rep,customer,promise,promised on,due,kept on,direction\n";
        await ApplyAsync(admin, $"{columns}1,Ada Rowe,Kestrel,Send the audit,{made},{due},,ours\n2,Ada Rowe,Kestrel,Send the figures,2025-12-01,2026-01-10,,theirs\n3,Ada Rowe,Kestrel,Send the plan,{made},{due},,ours\n", [3, 0, 0, 0]);
        await using (var scope = web.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ClockService>().RunAsync(CancellationToken.None);
        await using (var db = web.Db(organization))
            (await FindAsync(db, "2")).State.Should().Be(PromiseState.Broken, "the clock has closed theirs");

        var url = await ApplyAsync(
            admin, $"{columns}1,Ada Rowe,Kestrel,Send the audit,{made},{due},{kept},ours\n2,Ada Rowe,Kestrel,Send the figures,2025-12-01,2026-01-10,2026-03-01,theirs\n3,Ada Rowe,Kestrel,Send the plan,{made},{due},,ours\n", [0, 2, 1, 0]);
        await using (var db = web.Db(organization))
        {
            (await FindAsync(db, "1")).State.Should().Be(PromiseState.Kept);
            (await FindAsync(db, "2")).State.Should().Be(PromiseState.KeptLate);
            (await db.Ledger.SingleAsync()).Kind.Should().Be(EvidenceKind.PromiseKept);
            (await db.RepTallies.SumAsync(t => t.PromisesKept)).Should().Be(1);
            (await db.Standings.SingleAsync()).Judged.Should().Be(1);
        }

        await admin.PressAsync(web, url, "Undo");
        await admin.CountsAsync(url);
        await using (var db = web.Db(organization))
        {
            (await FindAsync(db, "1")).State.Should().Be(PromiseState.Open);
            (await FindAsync(db, "2")).State.Should().Be(PromiseState.Open, "until the clock looks again");
            (await db.Ledger.CountAsync(e => e.Status == LedgerStatus.Counted)).Should().Be(0);
            (await db.RepTallies.SumAsync(t => t.PromisesKept)).Should().Be(0);
            var standing = await db.Standings.SingleAsync();
            (standing.Judged, standing.Took, standing.Gave).Should().Be((0, 0d, 0d));
        }
    }

    [Fact]
    public async Task Each_bad_cell_is_named_in_its_row_and_its_row_leaves_nothing_behind()
    {
        var (organization, admin) = await AdminAsync();
        var longText = new string('x', Promise.TextMaxLength + 1);
        var file = "id,rep,customer,promise,due,kept on,direction,condition\n" + string.Join('\n',
            "1,,Acme One,p,2026-01-10,,,",
            "2,Ada Rowe,,p,2026-01-10,,,",
            "3,Ada Rowe,Acme Three,,2026-01-10,,,",
            "4,Ada Rowe,Acme Four,p,,,,",
            "5,Ada Rowe,Acme Five,p,10 of January,,,",
            "6,Ada Rowe,Acme Six,p,2026-01-10,yesterday,,",
            "7,Ada Rowe,Acme Seven,p,2026-01-10,2099-01-01,,",
            "8,Ada Rowe,Acme Eight,p,2099-01-10,,,",
            "9,Ada Rowe,Acme Nine,p,2026-01-10,,sideways,",
            $"10,Ada Rowe,Acme Ten,{longText},2026-01-10,,,",
            $"11,Ada Rowe,Acme Eleven,p,2026-01-10,,,{new string('y', Promise.ConditionMaxLength + 1)}",
            $"{new string('z', 201)},Ada Rowe,Acme Twelve,p,2026-01-10,,,",
            "12,Ada Rowe,Acme Twelve,p,2026-01-10,2026-01-09,,",
            $"13,Ada Rowe,{new string('n', 300)},p,2026-01-10,,,");
        var url = await admin.CheckAsync(web, ImportKind.Promises, Encoding.UTF8.GetBytes(file), ("Input.AddsCustomers", "true"));

        (await admin.CountsAsync(url)).Should().Equal(1, 0, 0, 13);
        using var page = await admin.GetPageAsync(url);
        var text = page.Body!.Text();
        foreach (var message in new[]
        {
            "The rep is missing.", "The customer is missing.", "What was promised is missing.", "The due date is missing.", "'10 of January' is not a date like",
            "'yesterday' is not a date like", "It cannot have been kept in the future.", "It is due more than five years ahead.", "'SIDEWAYS' is neither 'ours' nor 'theirs'.",
            $"Keep the promise to {Promise.TextMaxLength} characters.", $"Keep the condition to {Promise.ConditionMaxLength} characters.", "Keep the external id under 200 characters.",
        })
        {
            text.Should().Contain(message);
        }

        await admin.PressAsync(web, url, "Apply");
        (await admin.CountsAsync(url)).Should().Equal(1, 0, 0, 13);
        await using var db = web.Db(organization);
        (await db.Promises.CountAsync()).Should().Be(1);
        (await db.Customers.Select(c => c.Name).ToListAsync()).Should().Equal("Acme Twelve");
        (await db.Relationships.CountAsync()).Should().Be(1);
    }

    private static Task<Promise> FindAsync(Services.Data.TrustCoachDb db, string externalId) => db.Promises.SingleAsync(p => p.ExternalId == externalId);

    private async Task<string> ApplyAsync(HttpClient admin, string file, int[] counts)
    {
        var url = await admin.CheckAsync(web, ImportKind.Promises, Encoding.UTF8.GetBytes(file), ("Input.AddsCustomers", "true"));
        (await admin.CountsAsync(url)).Should().Equal(counts);
        await admin.PressAsync(web, url, "Apply");
        (await admin.CountsAsync(url)).Should().Equal(counts);
        return url;
    }

    private async Task<(GivenOrganization Organization, HttpClient Admin)> AdminAsync()
    {
        var organization = await web.GivenAnOrganizationAsync();
        await web.GivenARepAsync(organization, name: "Ada Rowe");
        return (organization, await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization)));
    }
}
