using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Touchpoints;

public sealed class RandomSequenceTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly Outcome[] Outcomes = [Outcome.Missed, Outcome.Met, Outcome.Exceeded, Outcome.Courtesy];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Whatever_is_done_the_stored_standing_follows_from_the_ledger(int seed)
    {
        var scene = await Scene.SetAsync(web);
        var random = new Random(seed);
        var ids = new List<Guid>();
        for (var step = 0; step < 40; step++)
        {
            var id = ids.Count == 0 ? Guid.Empty : ids[random.Next(ids.Count)];
            switch (random.Next(ids.Count == 0 ? 1 : 6))
            {
                case 0 or 1:
                    ids.Add((await scene.LogAsync(scene.Command(await DetailsAsync(scene, random)))).Value.TouchpointId);
                    break;
                case 2:
                    await scene.CorrectAsync(id, await DetailsAsync(scene, random), (await scene.TouchpointAsync(id)).Version);
                    break;
                case 3:
                    await scene.VoidAsync(id);
                    break;
                case 4:
                    await scene.UndoAsync(id);
                    break;
                default:
                    await DisputeAsync(scene, random);
                    break;
            }

            if (step % 10 == 9)
                await scene.StandingFollowsFromLedgerAsync();
        }

        await TalliesAreARecountAsync(scene);
    }

    private static async Task<TouchpointDetails> DetailsAsync(Scene scene, Random random)
    {
        var at = random.Next(3) == 0 ? scene.Now : scene.Now.AddDays(-random.Next(60));
        var details = new TouchpointDetails(Outcomes[random.Next(4)], at, MissSeverity: (short)random.Next(1, 4), OwnedUp: random.Next(2) == 0);
        if (random.Next(3) == 0)
            details = details with { Breakers = [new((BreakerKind)random.Next(1, 6), (short)random.Next(1, 4))] };
        if (random.Next(3) > 0)
            return details;
        await using var db = scene.Db();
        var day = Days.Of(at, TimeZoneInfo.FindSystemTimeZoneById(scene.Organization.TimeZone));
        var breach = await db.Ledger.Where(e => e.MissedUnits > 0 && e.Day <= day && e.Status == LedgerStatus.Counted)
            .OrderByDescending(e => e.Day).Select(e => e.Id).FirstOrDefaultAsync();
        return breach == Guid.Empty ? details : details with { Repairs = [new(RepairKind.Apology, breach)] };
    }

    /// <summary>Holds a piece of evidence, or releases it when it is held.</summary>
    private async Task DisputeAsync(Scene scene, Random random)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(scene.Organization.Id, CancellationToken.None);
        var ledger = scope.ServiceProvider.GetRequiredService<LedgerWriter>();
        await using var unit = await db.Database.BeginTransactionAsync();
        var standing = (await ledger.LockAsync(scene.RelationshipId, CancellationToken.None))!;
        var entries = await db.Ledger.OrderBy(e => e.Id).ToListAsync();
        if (entries.Count == 0)
            return;
        var entry = entries[random.Next(entries.Count)];
        if (entry.Status == LedgerStatus.Held)
            entry.Release();
        else
            entry.Hold();
        await ledger.RefoldAsync(standing, CancellationToken.None);
        await db.SaveChangesAsync();
        await unit.CommitAsync();
    }

    private static async Task TalliesAreARecountAsync(Scene scene)
    {
        await using var db = scene.Db();
        var recount = new Dictionary<DateOnly, RepTally>();
        foreach (var touchpoint in await db.Touchpoints.AsNoTracking().Include(t => t.Breakers).ToListAsync())
        {
            recount.TryAdd(touchpoint.Day, new RepTally(scene.Organization.Id, scene.Rep.Id, touchpoint.Day));
            recount[touchpoint.Day].Count(touchpoint, 1);
        }

        foreach (var stored in await db.RepTallies.AsNoTracking().ToListAsync())
            stored.Should().BeEquivalentTo(recount.GetValueOrDefault(stored.Day) ?? new RepTally(stored.OrganizationId, stored.RepId, stored.Day));
    }
}
