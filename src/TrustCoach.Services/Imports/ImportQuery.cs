using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Imports;

/// <summary>One import in the list.</summary>
public sealed record ImportLine(Guid Id, ImportKind Kind, string FileName, ImportState State, int Rows, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>A column of the file with a few of its values.</summary>
public sealed record ImportColumn(string Heading, IReadOnlyList<string> Samples);

/// <summary>One import, whole.</summary>
/// <param name="Columns">Only while the columns are to be named.</param>
public sealed record ImportDetail(ImportRun Run, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportTeam> Teams);

/// <summary>A team that imported people may join.</summary>
public sealed record ImportTeam(Guid Id, string Name);

/// <summary>Reads imports and their reports.</summary>
public sealed class ImportQuery(TrustCoachDb db)
{
    public const int ReportSize = 100;

    /// <summary>The newest imports first, fifty at most.</summary>
    public Task<List<ImportLine>> ListAsync(Actor actor, CancellationToken cancellation) => (
        from run in Visible(actor)
        join person in db.People on run.UploadedBy equals person.Id
        orderby run.Id descending
        select new ImportLine(run.Id, run.Kind, run.FileName, run.State, run.Rows, person.Name, run.UploadedAt)).Take(50).ToListAsync(cancellation);

    /// <summary>One import with what its page needs; null when there is none.</summary>
    public async Task<ImportDetail?> RunAsync(Actor actor, Guid importId, CancellationToken cancellation)
    {
        if (await Visible(actor).SingleOrDefaultAsync(i => i.Id == importId, cancellation) is not { } run)
            return null;
        if (run.State is not (ImportState.Uploaded or ImportState.Checked or ImportState.Failed))
            return new ImportDetail(run, [], []);
        var content = await db.ImportFiles.AsNoTracking().Where(f => f.ImportId == importId).Select(f => f.Content).SingleAsync(cancellation);
        var table = CsvTable.Read(content).Value;
        var columns = table.Headings.Select(h => new ImportColumn(h, table.Sample(h, 200).Distinct().Take(3).ToList())).ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => t.ArchivedAt == null).OrderBy(t => t.Name).Select(t => new ImportTeam(t.Id, t.Name)).ToListAsync(cancellation);
        return new ImportDetail(run, columns, teams);
    }

    /// <summary>The report of an import, row by row.</summary>
    /// <param name="verdict">Only rows that met it; null for all.</param>
    /// <param name="after">Number of the last row already shown.</param>
    /// <returns>One row more than <paramref name="take"/> when there are more.</returns>
    public Task<List<ImportRow>> ReportAsync(Actor actor, Guid importId, RowVerdict? verdict, int after, int take, CancellationToken cancellation)
    {
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == importId && r.Number > after && Visible(actor).Any(i => i.Id == r.ImportId));
        if (verdict is { } one)
            rows = rows.Where(r => r.Verdict == one);
        return rows.OrderBy(r => r.Number).Take(take + 1).ToListAsync(cancellation);
    }

    private IQueryable<ImportRun> Visible(Actor actor) =>
        actor.May(Thing.Import, Act.Manage) ? db.ImportRuns.AsNoTracking() : db.ImportRuns.Where(_ => false);
}
