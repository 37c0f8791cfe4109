using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Imports;

/// <summary>Reads a whole file into a plan, and tells how far it is.</summary>
public sealed class ImportPlanner(TrustCoachDb db, RuleBook rules, ImportProgress progress)
{
    private const int ProgressEvery = 500;

    internal async Task<ImportPlan> PlanAsync(Actor actor, ImportRun run, DateTimeOffset now, CancellationToken cancellation)
    {
        var content = await db.ImportFiles.AsNoTracking().Where(f => f.ImportId == run.Id).Select(f => f.Content).SingleAsync(cancellation);
        var table = CsvTable.Read(content).Value;
        var known = await ImportKnown.LoadAsync(db, run, table, cancellation);
        var plan = new ImportPlan(actor, run, table, known, await rules.OfAsync(db, actor.RulesVersion, cancellation), now);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            plan.Read(i);
            if (i % ProgressEvery == 0)
                await progress.ReportAsync(run, i, cancellation);
        }

        return plan;
    }
}
