using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Imports;

/// <summary>Ten thousand real deliveries, with all that real files have: a byte order mark, bare carriage returns, accents, words for dates.</summary>
public sealed class DeliveriesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const int Rows = 10_324;

    [Fact]
    public async Task Come_in_as_promises_are_explained_on_any_past_day_change_nothing_when_imported_twice_and_leave_without_a_trace()
    {
        var organization = await web.GivenAnOrganizationAsync("Deliveries", "UTC");
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager, "Vendors");
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        var content = Deliveries();

        var url = await admin.CheckAsync(web, ImportKind.Promises, content, ("Input.AddsPeople", "true"), ("Input.TeamId", $"{team.Id}"));
        (await admin.CountsAsync(url)).Should().Equal(Rows, 0, 0, 0);
        await using (var db = web.Db(organization))
            (await db.Promises.CountAsync()).Should().Be(0, "a dry run writes nothing");

        await admin.PressAsync(web, url, "Apply");
        (await admin.CountsAsync(url)).Should().Equal(Rows, 0, 0, 0);
        await using (var db = web.Db(organization))
        {
            (await db.People.CountAsync(p => p.TeamId == team.Id)).Should().Be(73);
            (await db.Customers.CountAsync()).Should().Be(43);
            (await db.Customers.AnyAsync(c => c.Name == "Côte d'Ivoire")).Should().BeTrue("accents survive");
            (await db.Relationships.CountAsync()).Should().Be(361);
            (await db.Promises.CountAsync(p => p.State == PromiseState.Kept)).Should().Be(9_138);
            (await db.Promises.CountAsync(p => p.State == PromiseState.KeptLate)).Should().Be(358);
            (await db.Promises.CountAsync(p => p.State == PromiseState.Broken)).Should().Be(828, "seven days past due the clock has broken it");
            (await db.RepTallies.SumAsync(t => t.PromisesKept)).Should().Be(9_138);
            await StandingsAreTheirLedgersAsync(db);
        }

        await DeliveriesOnPastDays.ShouldBeWhatTheirRowsSayAsync(web, manager);

        var again = await admin.CheckAsync(web, ImportKind.Promises, content, ("Input.AddsPeople", "true"));
        (await admin.CountsAsync(again)).Should().Equal(0, 0, Rows, 0);

        await admin.PressAsync(web, url, "Undo");
        await admin.CountsAsync(url);
        await using (var db = web.Db(organization))
        {
            (await db.Promises.CountAsync()).Should().Be(0);
            (await db.Ledger.CountAsync()).Should().Be(0);
            (await db.Relationships.CountAsync()).Should().Be(0);
            (await db.Customers.CountAsync()).Should().Be(0);
            (await db.People.CountAsync(p => p.TeamId == team.Id)).Should().Be(0);
            (await db.Audit.CountAsync(a => a.Act == "import.applied" || a.Act == "import.undone")).Should().Be(2);
        }
    }

    internal static byte[] Deliveries()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Imports", "deliveries.csv.gz"));
        using var zip = new GZipStream(file, CompressionMode.Decompress);
        using var content = new MemoryStream();
        zip.CopyTo(content);
        return content.ToArray();
    }

    private static async Task StandingsAreTheirLedgersAsync(Services.Data.TrustCoachDb db)
    {
        var entries = (await db.Ledger.AsNoTracking().ToListAsync()).ToLookup(e => e.RelationshipId, e => e.Evidence);
        foreach (var stored in await db.Standings.AsNoTracking().ToListAsync())
        {
            var folded = Standing.Fold(entries[stored.RelationshipId].ToArray(), ScoringRules.Default);
            var day = new DateOnly(2016, 1, 1).DayNumber;
            var (a, b) = (ScoreReader.Read(stored, stored.Opening, 0.5, day, ScoringRules.Default), ScoreReader.Read(folded, stored.Opening, 0.5, day, ScoringRules.Default));
            a.Credibility.Should().BeApproximately(b.Credibility, 1e-8);
            a.Trust.Should().BeApproximately(b.Trust, 1e-8);
        }
    }
}
