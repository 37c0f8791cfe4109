using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Imports;

/// <summary>Redoes why pages of the deliveries on days long past from the rows alone, event by event.</summary>
internal static class DeliveriesOnPastDays
{
    private static readonly DateOnly[] Days = [new(2009, 6, 30), new(2012, 3, 31), new(2014, 12, 31)];

    public static async Task ShouldBeWhatTheirRowsSayAsync(WebFixture web, GivenPerson manager)
    {
        await using var db = web.Db(manager.Organization);
        // Some with a long history, some with a short one, whose reps have others too.
        var standings = await db.Standings.AsNoTracking().Where(s => s.FirstDay <= Days[0].DayNumber).OrderByDescending(s => s.Judged).ThenBy(s => s.RelationshipId).ToListAsync();
        var customers = await db.Relationships.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.CustomerId);
        foreach (var standing in new[] { standings[0], standings[standings.Count / 2], standings[^1] })
        {
            var entries = await db.Ledger.AsNoTracking().Where(e => e.RepId == standing.RepId && e.Status == LedgerStatus.Counted).ToListAsync();
            (await db.LedgerRevisions.AnyAsync(r => r.RelationshipId == standing.RelationshipId)).Should().BeFalse("nothing was corrected");
            foreach (var day in Days)
            {
                foreach (var then in new[] { false, true })
                {
                    var known = entries.Where(e => e.Day <= day && (!then || e.RecordedBy is null || e.RecordedAt <= Domain.Days.EndOf(day, TimeZoneInfo.Utc)))
                        .ToLookup(e => e.RelationshipId, e => e.Evidence);
                    var expected = Redone(known, standing, day);
                    foreach (var score in Enum.GetValues<ScoreKind>())
                    {
                        var page = await AskAsync(web, manager, new(customers[standing.RelationshipId], standing.RepId, score, day, then, 1));
                        var points = score == ScoreKind.Trust ? expected.Trust : expected.Credibility;
                        var which = $"{score} of {standing.RelationshipId} on {day:O}, as known {(then ? "then" : "now")}";
                        page.Points.Should().BeApproximately(points, 1e-9, which);
                        page.Rows.Sum(r => r.Points).Should().BeApproximately(Math.Round(points, 1, MidpointRounding.AwayFromZero), 1e-6, which);
                        page.Events.Should().Be(known[standing.RelationshipId].Count(), which);
                    }
                }
            }
        }
    }

    // The closed form over the events, and each of the rep's other relationships folded for the reputation.
    private static Reading Redone(ILookup<Guid, Evidence> known, Standing standing, DateOnly day)
    {
        var rules = ScoringRules.Default;
        var elsewhere = known.Where(r => r.Key != standing.RelationshipId).Aggregate(
            new Reputation(), (sum, r) => sum.Plus(Outcomes.Of(Standing.Fold(r.ToArray(), rules), day.DayNumber, rules), rules));
        return ClosedForm.Read(known[standing.RelationshipId].ToArray(), standing.Opening, elsewhere.Rho(rules.Reputation.Team, rules), day.DayNumber, rules);
    }

    private static async Task<WhyPage> AskAsync(WebFixture web, GivenPerson manager, WhyAsked asked)
    {
        var actor = await web.ActorAsync(manager);
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(actor.OrganizationId, default);
        return (await scope.ServiceProvider.GetRequiredService<WhyQuery>().RunAsync(actor, asked, default))!;
    }
}
