using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Imports;

/// <summary>Takes files in and says what is to be done with them; <see cref="ImportRunner"/> does it in the background.</summary>
public sealed partial class ImportService(TrustCoachDb db, TimeProvider clock, ILogger<ImportService> logger)
{
    /// <summary>Keeps a file with the mapping that its headings had last time, or else a guessed one.</summary>
    /// <returns>The import's id, or what is wrong with the file.</returns>
    public async Task<Result<Guid>> UploadAsync(Actor actor, ImportKind kind, string fileName, byte[] content, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Import, Act.Manage))
            return new Problem("", "Only an admin may import.");
        if (!Enum.IsDefined(kind))
            return new Problem("Kind", "Say what the file holds.");
        if (content.Length > ImportRun.MaxBytes)
            return new Problem("File", $"The file is larger than {ImportRun.MaxBytes / 1024 / 1024} MB. Split it and import the parts.");
        if (CsvTable.Read(content).Refused(out var problem, out var table))
            return problem;

        var headings = table.Headings.ToArray();
        var before = await db.ImportRuns.AsNoTracking()
            .Where(i => i.Kind == kind && i.State != ImportState.Uploaded && i.Headings == headings)
            .OrderByDescending(i => i.UploadedAt).Select(i => i.Mapping).FirstOrDefaultAsync(cancellation);
        var now = clock.GetUtcNow();
        var run = ImportRun.Upload(
            actor.OrganizationId, Guid.CreateVersion7(now), kind, Path.GetFileName(fileName), headings, table.Rows.Count,
            before ?? ImportMapping.Guess(kind, headings, h => table.Sample(h)), actor.PersonId, now);
        db.ImportRuns.Add(run);
        db.ImportFiles.Add(new ImportFile(actor.OrganizationId, run.Id, content));
        await db.SaveChangesAsync(cancellation);
        LogUploaded(run.Id, run.Rows);
        return run.Id;
    }

    /// <summary>Starts the dry run of a mapping.</summary>
    /// <returns>What is wrong with the mapping, by field key; empty when it was accepted; null when there is no such import.</returns>
    public async Task<IReadOnlyList<Problem>?> CheckAsync(Actor actor, Guid importId, ImportMapping mapping, CancellationToken cancellation)
    {
        if (await FindAsync(actor, importId, cancellation) is not { } run)
            return null;
        var problems = mapping.Problems(run.Kind, run.Headings.ToHashSet()).ToList();
        if (mapping.TeamId is { } team && !await db.Teams.AnyAsync(t => t.Id == team && t.ArchivedAt == null, cancellation))
            problems.Add(new Problem(nameof(ImportMapping.TeamId), "Pick a team from the list."));
        if (problems.Count == 0 && run.Check(mapping) is { } refused)
            problems.Add(refused);
        if (problems.Count == 0)
            await db.SaveChangesAsync(cancellation);
        return problems;
    }

    /// <summary>Asks for the rows to be written; the problem when that cannot be.</summary>
    public Task<Result<Guid>?> ApplyAsync(Actor actor, Guid importId, CancellationToken cancellation) =>
        AskAsync(actor, importId, run => run.Apply(), cancellation);

    /// <summary>Asks for what an import brought in to be taken out again; the problem when that cannot be.</summary>
    public Task<Result<Guid>?> UndoAsync(Actor actor, Guid importId, CancellationToken cancellation) =>
        AskAsync(actor, importId, run => run.Undo(), cancellation);

    private async Task<Result<Guid>?> AskAsync(Actor actor, Guid importId, Func<ImportRun, Problem?> ask, CancellationToken cancellation)
    {
        // Locked, so that two clicks at once ask once.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from imports where organization_id = {actor.OrganizationId} and id = {importId} for update", cancellation);
        if (await FindAsync(actor, importId, cancellation) is not { } run)
            return null;
        if (ask(run) is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run.Id;
    }

    private async Task<ImportRun?> FindAsync(Actor actor, Guid importId, CancellationToken cancellation) =>
        actor.May(Thing.Import, Act.Manage) ? await db.ImportRuns.SingleOrDefaultAsync(i => i.Id == importId, cancellation) : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} uploaded with {Rows} rows")]
    private partial void LogUploaded(Guid importId, int rows);
}
