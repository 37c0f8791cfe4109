using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Jobs;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Imports;

/// <summary>An import that waits.</summary>
/// <param name="PersonId">Who uploaded it.</param>
public sealed record DueImport(Guid OrganizationId, Guid Id, Guid PersonId) : WaitingJob(OrganizationId, Id);

/// <summary>Works through imports that wait.</summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<ImportWorker> logger)
    : JobWorker<DueImport>("import", scopes, source, clock, logger)
{
    protected override Task<List<DueImport>> DueAsync(TrustCoachDb directory, CancellationToken cancellation) =>
        directory.ImportRuns.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking()
            .Where(i => i.State == ImportState.Checking || i.State == ImportState.Applying || i.State == ImportState.Undoing)
            .OrderBy(i => i.Id).Select(i => new DueImport(i.OrganizationId, i.Id, i.UploadedBy)).ToListAsync(cancellation);

    protected override Task WorkAsync(DueImport job, CancellationToken cancellation) => InScopeAsync(
        job,
        async (services, db) =>
        {
            await services.GetRequiredService<ImportRunner>().RunAsync(await ActorAsync(db, job.PersonId, cancellation), job.Id, cancellation);
            await services.GetRequiredService<WeeklyPointsService>().FillAsync(await RepsAsync(db, job.Id, cancellation), cancellation);
        },
        cancellation);

    // Who has history now that trend lines do not know yet.
    private static Task<List<Guid>> RepsAsync(TrustCoachDb db, Guid importId, CancellationToken cancellation) => db.Promises
        .Where(p => p.ImportId == importId).Select(p => p.RepId)
        .Union(db.Touchpoints.Where(t => t.ImportId == importId).Select(t => t.RepId)).ToListAsync(cancellation);

    private static async Task<Actor> ActorAsync(TrustCoachDb db, Guid personId, CancellationToken cancellation)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellation);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        return Actor.Of(person, organization);
    }
}
