using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Imports;

/// <summary>Does what an import was asked for: the dry run, the writing in one transaction, the undo.</summary>
public sealed partial class ImportRunner(
    TrustCoachDb db, ImportPlanner planner, HistoryWriter history, ImportUndo undo, TimeProvider clock, ILogger<ImportRunner> logger)
{
    /// <summary>Works on one import as the person who uploaded it. Nothing is left half-written: a failure is told in the import itself.</summary>
    public async Task RunAsync(Actor actor, Guid importId, CancellationToken cancellation)
    {
        try
        {
            await WorkAsync(actor, importId, cancellation);
        }
        catch (Exception failure) when (failure is DbUpdateException or PostgresException or InvalidOperationException)
        {
            LogFailed(importId, failure);
            db.ChangeTracker.Clear();
            var run = await db.ImportRuns.SingleAsync(i => i.Id == importId, cancellation);
            run.Fail("Something changed while the import ran, or a row could not be written. Nothing was imported. Check the file again.", clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task WorkAsync(Actor actor, Guid importId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        actor = actor with { RulesVersion = await db.HoldRulesAsync(cancellation) };
        var run = await db.ImportRuns.SingleOrDefaultAsync(i => i.Id == importId, cancellation);
        var now = clock.GetUtcNow();
        if (run?.State == ImportState.Undoing)
        {
            await undo.RunAsync(actor, run, cancellation);
            db.Record(actor, now, AuditActs.ImportUndone, run.Id, after: AuditTrail.Snapshot(Summary(run)));
            run.Finish(new ImportCounts(run.Created, run.Updated, run.Unchanged, run.Refused), now);
        }
        else if (run?.State is ImportState.Checking or ImportState.Applying)
        {
            var plan = await planner.PlanAsync(actor, run, now, cancellation);
            if (run.State == ImportState.Applying)
            {
                await history.WriteAsync(plan.Batch, actor.RulesVersion, cancellation);
                db.Record(actor, now, AuditActs.ImportApplied, run.Id, after: AuditTrail.Snapshot(Summary(run)));
            }
            else
            {
                // A dry run may have changed tracked customers in memory; none of it is saved.
                db.ChangeTracker.Clear();
                run = await db.ImportRuns.SingleAsync(i => i.Id == importId, cancellation);
            }

            await db.ImportRows.Where(r => r.ImportId == run.Id).ExecuteDeleteAsync(cancellation);
            await db.BulkInsertAsync(plan.Report, cancellation);
            run.Finish(plan.Counts, now);
        }
        else
        {
            return;
        }

        await db.SaveChangesAsync(cancellation);
        await db.SettleAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        LogDone(importId, run.State, run.Rows);
    }

    private static object Summary(ImportRun run) => new { run.FileName, run.Kind, run.Rows };

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} is {State}: {Rows} rows")]
    private partial void LogDone(Guid importId, ImportState state, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {ImportId} failed")]
    private partial void LogFailed(Guid importId, Exception failure);
}
