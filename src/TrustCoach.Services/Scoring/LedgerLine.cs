using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>One entry of a ledger without its words: all that scores are made of.</summary>
/// <param name="Recorded">When it was recorded, in UTC, and by whom; null where nobody asked.</param>
public sealed record LedgerLine(Evidence Evidence, LedgerStatus Status, LedgerRecord? Recorded)
{
    public Guid Id => Evidence.Id;

    public DateOnly Day => DateOnly.FromDayNumber(Evidence.Day);
}

/// <param name="By">Null when the system's own clock did.</param>
public readonly record struct LedgerRecord(DateTimeOffset At, Guid? By);

/// <summary>
/// Reads ledgers by Npgsql itself: a page may need thousands of entries, and Entity Framework costs several times what Postgres does.
/// The columns of an entry's evidence stand in the index by relationship, so that Postgres need not visit the rows, which lie
/// scattered over the years.
/// </summary>
internal static class LedgerReader
{
    /// <summary>What <see cref="EvidenceAt"/> reads.</summary>
    public const string Columns = "id, day, kind, severity, ref_id, level, owned_up, trait, started_on_time";

    private const int Status = 9, At = 10, By = 11;

    private const string Lean = $"""
        select {Columns}, status from ledger
         where organization_id = $1 and relationship_id = $2 order by day, id
        """;

    private const string Whole = $"""
        select {Columns}, status, recorded_at, recorded_by from ledger
         where organization_id = $1 and relationship_id = $2 order by day, id
        """;

    /// <summary>Every entry of one relationship, withdrawn ones too, in the order in which it is folded.</summary>
    /// <param name="records">Read when and by whom it was recorded too.</param>
    public static async Task<List<LedgerLine>> ReadAsync(TrustCoachDb db, Guid relationshipId, bool records, CancellationToken cancellation)
    {
        var lines = new List<LedgerLine>();
        await ReadAsync(db, records ? Whole : Lean, [new NpgsqlParameter<Guid> { TypedValue = relationshipId }],
            row => lines.Add(new(EvidenceAt(row, 0), (LedgerStatus)row.GetInt16(Status), records ? RecordAt(row) : null)), cancellation);
        return lines;
    }

    /// <summary>Runs a statement whose first parameter is the organization.</summary>
    public static async Task ReadAsync(
        TrustCoachDb db, string sql, IReadOnlyList<NpgsqlParameter> others, Action<NpgsqlDataReader> take, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.PlainCommand(sql, [new NpgsqlParameter<Guid> { TypedValue = db.Organization.Id }, .. others]);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                take(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <param name="first">Where <see cref="Columns"/> begin.</param>
    public static Evidence EvidenceAt(NpgsqlDataReader row, int first) => new(
        row.GetGuid(first), row.GetFieldValue<DateOnly>(first + 1).DayNumber, (EvidenceKind)row.GetInt16(first + 2), row.GetInt16(first + 3),
        row.IsDBNull(first + 4) ? null : row.GetGuid(first + 4), (EvidenceLevel)row.GetInt16(first + 5), row.GetBoolean(first + 6),
        row.IsDBNull(first + 7) ? null : (Trait)row.GetInt16(first + 7), row.GetBoolean(first + 8));

    private static LedgerRecord RecordAt(DbDataReader row) =>
        new(row.GetFieldValue<DateTimeOffset>(At), row.IsDBNull(By) ? null : row.GetGuid(By));
}
