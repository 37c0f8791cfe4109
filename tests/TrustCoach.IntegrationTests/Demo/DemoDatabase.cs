using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo;
using TrustCoach.Testing;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.IntegrationTests.Demo;

/// <summary>A database with the demo in it, made at a moment of the test's own: a Thursday noon unless said.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    public static DateTimeOffset Now { get; } = new(2026, 6, 18, 12, 0, 0, TimeSpan.Zero);

    public string ConnectionString => _database.ConnectionString;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        (await MakeAsync(ConnectionString, Now)).Should().Be(DemoOutcome.Made);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    public TrustCoachDb Db() => Given.Db(ConnectionString, DemoOrganization.Id);

    public static async Task<DemoOutcome> MakeAsync(string connectionString, DateTimeOffset now)
    {
        var services = new ServiceCollection().AddLogging().AddTrustCoachServices(connectionString);
        services.AddSharedKeys();
        services.AddSingleton<TimeProvider>(new ManualClock(now));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoOrganization>().MakeAsync(CancellationToken.None);
    }

    /// <summary>Everything that is not drawn by the system itself, such as the ids of turns, in one order.</summary>
    public static async Task<List<string>> FactsAsync(string connectionString)
    {
        await using var db = Given.Db(connectionString, DemoOrganization.Id);
        var touchpoints = await db.Touchpoints.Include(t => t.Breakers).OrderBy(t => t.Id).ToListAsync();
        var promises = await db.Promises.Include(p => p.Turns).OrderBy(p => p.Id).ToListAsync();
        var gestures = await db.Gestures.OrderBy(g => g.Id).ToListAsync();
        var relationships = await db.Relationships.OrderBy(r => r.Id).ToListAsync();
        var contacts = await db.Contacts.OrderBy(c => c.Id).ToListAsync();
        return
        [
            .. relationships.Select(r => $"{r.Id} {r.RepId} {r.CustomerId} {r.Climate} {r.OpenedOn} {r.EndedOn} {r.End}"),
            .. contacts.Select(c => $"{c.Id} {c.CustomerId} {c.Name} {c.Title} {c.Email} {c.Phone}"),
            .. touchpoints.Select(t => $"{t.Id} {t.RelationshipId} {t.HappenedAt:O} {t.Outcome} {t.Level} {t.Planned} {t.Summary} {t.Expectation} {string.Join(",", t.Breakers.Select(b => $"{b.Kind}{b.Severity}{b.MinutesLate}"))}"),
            .. promises.Select(p => $"{p.Id} {p.RelationshipId} {p.Direction} {p.Text} {p.DueAt:O} {p.State} {p.Renegotiations} {string.Join(",", p.Turns.OrderBy(t => t.At).Select(t => $"{t.Kind}{t.Day}"))}"),
            .. gestures.Select(g => $"{g.Id} {g.RelationshipId} {g.Day} {g.Given} {g.Value} {g.Text}"),
        ];
    }
}
