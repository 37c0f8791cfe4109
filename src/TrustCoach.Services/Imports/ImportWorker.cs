using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Imports;

/// <summary>Works through imports that wait, one at a time in each instance; an import that another instance works on is passed over.</summary>
public sealed partial class ImportWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Works through all imports that wait now.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        foreach (var (organizationId, importId, personId) in await DueAsync(cancellation))
        {
            await using var claim = await source.OpenConnectionAsync(cancellation);
            if (!await claim.ClaimAsync($"import {importId}", cancellation))
                continue;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
            await db.EnterAsync(organizationId, cancellation);
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(await ActorAsync(db, personId, cancellation), importId, cancellation);
            await scope.ServiceProvider.GetRequiredService<WeeklyPointsService>().FillAsync(await RepsAsync(db, importId, cancellation), cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // EF Core wraps a lost connection in several ways; whatever it was, the import waits where it stood.
                LogLater(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<(Guid OrganizationId, Guid ImportId, Guid PersonId)>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(cancellation);
        var due = await db.ImportRuns.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking()
            .Where(i => i.State == ImportState.Checking || i.State == ImportState.Applying || i.State == ImportState.Undoing)
            .OrderBy(i => i.Id).Select(i => new { i.OrganizationId, i.Id, i.UploadedBy }).ToListAsync(cancellation);
        return due.ConvertAll(i => (i.OrganizationId, i.Id, i.UploadedBy));
    }

    // Who has history now that trend lines do not know yet.
    private static Task<List<Guid>> RepsAsync(TrustCoachDb db, Guid importId, CancellationToken cancellation) => db.Promises
        .Where(p => p.ImportId == importId).Select(p => p.RepId)
        .Union(db.Touchpoints.Where(t => t.ImportId == importId).Select(t => t.RepId)).ToListAsync(cancellation);

    private static async Task<Actor> ActorAsync(TrustCoachDb db, Guid personId, CancellationToken cancellation)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellation);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        return new Actor(
            organization.Id, organization.Name, person.Id, person.Name, person.Roles, person.TeamId, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone),
            CultureInfo.GetCultureInfo(person.Culture), TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), organization.RulesVersion);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports will be tried again: {Failure}")]
    private partial void LogLater(string failure);
}
