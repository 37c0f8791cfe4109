using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Rules;

/// <summary>
/// The numbers that lie beside those in force while a rebuild runs, and the one transaction that exchanges them: whoever reads sees all of
/// the old ones or all of the new ones. Logs wait for its last part only.
/// </summary>
public sealed class RuleExchange(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    private const int MostTries = 5;

    // What a standing says of the relationship and not of its evidence, and so does not come from beside.
    private static readonly HashSet<string> NotFolded =
        [nameof(Standing.OrganizationId), nameof(Standing.RelationshipId), nameof(Standing.RepId), nameof(Standing.Climate), nameof(Standing.Burned),
            nameof(Standing.Ended), nameof(Standing.LastContactAt)];

    private static readonly BesideTable<Standing> Unknown = new("standings_next", "based_on", "xid", _ => 0u);

    /// <summary>Relationships that are not beside, or whose row was written since they were folded.</summary>
    internal Task<List<SourceRow>> ChangedAsync(int take, CancellationToken cancellation)
    {
        var organization = db.Organization.Id;
        return db.Database.SqlQuery<SourceRow>($"""
            select s.relationship_id as "RelationshipId", s.rep_id as "RepId", s.judged as "Judged", s.xmin::text::bigint as "BasedOn"
              from standings s left join standings_next n on n.organization_id = s.organization_id and n.relationship_id = s.relationship_id
             where s.organization_id = {organization} and n.based_on is distinct from s.xmin
             order by s.relationship_id limit {take}
            """).ToListAsync(cancellation);
    }

    /// <summary>Puts folded standings, and what their entries weigh otherwise, beside those in force.</summary>
    internal async Task PutBesideAsync(List<Standing> standings, Dictionary<Guid, long> basedOn, List<Weighed> weighed, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var (organization, relationships) = (db.Organization.Id, standings.Select(s => s.RelationshipId).ToArray());
        await db.Database.ExecuteSqlAsync($"delete from standings_next where organization_id = {organization} and relationship_id = any({relationships})", cancellation);
        await db.Database.ExecuteSqlAsync($"delete from ledger_units_next where organization_id = {organization} and relationship_id = any({relationships})", cancellation);
        await db.BulkInsertAsync(standings, cancellation, beside: Unknown with { Read = s => (uint)basedOn[s.RelationshipId] });
        var (ids, of, kept, missed) = (
            weighed.ConvertAll(w => w.Id), weighed.ConvertAll(w => w.RelationshipId), weighed.ConvertAll(w => w.Units.Kept), weighed.ConvertAll(w => w.Units.Missed));
        await db.Database.ExecuteSqlAsync($"""
            insert into ledger_units_next (organization_id, id, relationship_id, kept_units, missed_units)
            select {organization}, w.id, w.relationship_id, w.kept, w.missed from unnest({ids}, {of}, {kept}, {missed}) as w(id, relationship_id, kept, missed)
            """, cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
    }

    /// <summary>Throws away what lies beside.</summary>
    internal async Task ForgetAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"delete from standings_next where organization_id = {db.Organization.Id}", cancellation);
        await db.Database.ExecuteSqlAsync($"delete from ledger_units_next where organization_id = {db.Organization.Id}", cancellation);
    }

    /// <summary>Exchanges the numbers. False when somebody holds the rules or a relationship too long just now; nothing has changed then.</summary>
    internal async Task<bool> RunAsync(RuleJob job, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.TryTakeRulesAsync(cancellation) || !await IsAwaitedAsync(job, cancellation))
            return false;
        // The ledger first: nobody waits for it but who corrects, and corrections wait for the rules already.
        await db.Database.ExecuteSqlAsync($"""
            update ledger l set kept_units = n.kept_units, missed_units = n.missed_units
              from ledger_units_next n where n.organization_id = {job.OrganizationId} and l.organization_id = {job.OrganizationId} and l.id = n.id
            """, cancellation);
        if (!await TakeStandingsAsync(unit, job, cancellation))
            return false;
        await FoldChangedAsync(job, cancellation);
        await FinishAsync(job, cancellation);
        await db.SettleAsync(cancellation);
        await unit.CommitAsync(cancellation);
        await ForgetAsync(cancellation);
        return true;
    }

    // Under the lock that cancelling takes too: a version that was taken back a moment ago never comes into force.
    private async Task<bool> IsAwaitedAsync(RuleJob job, CancellationToken cancellation) =>
        await db.Database.SqlQuery<int?>($"""select next_rules_version as "Value" from organizations where id = {job.OrganizationId} for no key update""")
            .ToListAsync(cancellation) is [{ } next] && next == job.RulesVersion;

    // From here on a log waits. One statement locks and writes; a row that was changed since is passed over and folded below.
    private async Task<bool> TakeStandingsAsync(IDbContextTransaction unit, RuleJob job, CancellationToken cancellation)
    {
        await unit.CreateSavepointAsync("standings", cancellation);
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                await db.Database.ExecuteSqlAsync($"set local lock_timeout = '3s'", cancellation);
                await UpdateStandingsAsync(job.OrganizationId, cancellation);
                return true;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // Somebody works at a relationship for longer than a log may wait. Let all go, and come again.
                await unit.RollbackToSavepointAsync("standings", cancellation);
            }
        }

        return false;
    }

    private async Task UpdateStandingsAsync(Guid organizationId, CancellationToken cancellation)
    {
        // Names of our own model, never a user's text.
        var columns = db.Model.FindEntityType(typeof(Standing))!.GetProperties().Where(p => !NotFolded.Contains(p.Name)).Select(p => p.GetColumnName());
        await using var command = new NpgsqlCommand(
            $"update standings s set {string.Join(", ", columns.Select(c => $"{c} = n.{c}"))} from standings_next n "
            + "where s.organization_id = $1 and n.organization_id = $1 and n.relationship_id = s.relationship_id and s.xmin = n.based_on",
            (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters = { new() { Value = organizationId } },
            CommandTimeout = 600,
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task FoldChangedAsync(RuleJob job, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, job.RulesVersion, cancellation);
        var changed = await db.Standings.FromSql($"""
            select * from standings where organization_id = {job.OrganizationId} and rules_version <> {job.RulesVersion} order by relationship_id for update
            """).ToListAsync(cancellation);
        var (source, weighed) = (await FoldSource.ReadAsync(db, [.. changed.Select(s => s.RelationshipId)], cancellation), new List<Weighed>());
        foreach (var standing in changed)
        {
            source.Fold(standing, book, weighed);
            standing.Follow(job.RulesVersion);
        }

        await FoldSource.WeighAsync(db, weighed, cancellation);
    }

    private async Task FinishAsync(RuleJob job, CancellationToken cancellation)
    {
        var (now, book) = (clock.GetUtcNow(), await rules.OfAsync(db, job.RulesVersion, cancellation));
        var organization = await db.Organizations.SingleAsync(cancellation);
        var today = Days.Of(now, TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone));
        // What the clock has closed stays closed. A shorter grace leaves everybody the rest of today: nobody's word breaks by a new rule.
        await db.Database.ExecuteSqlAsync($"""
            update promises set closes_on = greatest(due_day + {book.GraceDays}, {today.AddDays(1)})
             where organization_id = {job.OrganizationId} and state = 1 and closes_on > {today} and closes_on <> greatest(due_day + {book.GraceDays}, {today.AddDays(1)})
            """, cancellation);
        organization.Follow(job.RulesVersion);
        (await db.RuleVersions.SingleAsync(v => v.Version == job.RulesVersion, cancellation)).ComeIntoForce(now);
        job.Finish(now);
        db.RecordByClock(now, AuditActs.RulesInForce, job.OrganizationId, AuditTrail.Snapshot(new { job.RulesVersion }));
        await db.SaveChangesAsync(cancellation);
    }
}
