using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>Fills an empty database with one organization: <c>generate --touchpoints 1000000 --reps 200 --relationships 20000 --customers 50000</c>.</summary>
internal static class GenerateCommand
{
    /// <summary>Of everybody who may sign in.</summary>
    public const string Passphrase = "planks of steady oak and ash";

    public static string EmailOf(string who) => $"{who}@bench.example";

    public static async Task RunAsync(Options options)
    {
        var size = Size.Of(options);
        await EnsureDatabaseAsync(options.Database);
        await DatabaseSetup.RunAsync(options.Database, CancellationToken.None);
        await using var provider = Product.Services(options.Database);
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterDirectoryAsync(CancellationToken.None);
        if (await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AnyAsync())
        {
            Console.WriteLine("The database has an organization already: nothing was generated.");
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Cast.Zone);
        var start = Days.Of(DateTimeOffset.UtcNow, zone).AddDays(-Size.Days);
        var cast = new Cast(size, Days.At(start, TimeOnly.MinValue, zone));
        await db.EnterAsync(cast.Organization.Id, CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"set synchronous_commit = off");
        await OpenAsync(db, scope.ServiceProvider.GetRequiredService<AccountOpening>(), cast);

        var life = new Life(cast, start, ScoringRules.Default);
        await WriteAsync(db, life.Pages());
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.BulkInsertAsync(cast.Bonds.ConvertAll(b => b.Standing), CancellationToken.None);
            await db.BulkInsertAsync([.. life.Tallies], CancellationToken.None);
            await transaction.CommitAsync();
        }

        Say(started, "lived and written");
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await scope.ServiceProvider.GetRequiredService<WeeklyPointsService>().FillAsync([.. cast.Reps.Select(r => r.Id)], CancellationToken.None);
        Say(started, "weekly points");
        await VacuumAsync(options.Database);
        Say(started, "analyzed");
    }

    private static async Task EnsureDatabaseAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database!;
        settings.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(settings);
        await using var exists = source.CreateCommand("select count(*) from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = name });
        if ((long)(await exists.ExecuteScalarAsync())! > 0)
            return;
        await using var create = source.CreateCommand($"create database {new NpgsqlCommandBuilder().QuoteIdentifier(name)}");
        await create.ExecuteNonQueryAsync();
    }

    private static async Task OpenAsync(TrustCoachDb db, AccountOpening accounts, Cast cast)
    {
        db.AddRange(cast.Organization, new RuleVersion(cast.Organization.Id, cast.Organization.RulesVersion, ScoringRules.Default, null, cast.Organization.CreatedAt), cast.Team);
        db.AddRange([cast.Admin, cast.Manager, .. cast.Reps]);
        void Admit(Person person, string who) =>
            db.Add(accounts.Open(cast.Organization.Id, person.Id, EmailOf(who), person.Name, Passphrase, isConfirmed: true).Value);
        Admit(cast.Admin, "admin");
        Admit(cast.Manager, "manager");
        foreach (var (rep, number) in cast.Reps.Take(Size.Loggers + 1).Select((rep, number) => (rep, number)))
            Admit(rep, FormattableString.Invariant($"rep{number}"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BulkInsertAsync(cast.Customers, CancellationToken.None);
        await db.BulkInsertAsync(cast.Contacts, CancellationToken.None);
        await db.BulkInsertAsync(cast.Bonds.ConvertAll(b => b.Relationship), CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>One page is written while the next is lived.</summary>
    private static async Task WriteAsync(TrustCoachDb db, IEnumerable<Page> pages)
    {
        var (writing, written) = (Task.CompletedTask, 0);
        foreach (var page in pages)
        {
            await writing;
            written += page.Touchpoints.Count;
            writing = Task.Run(() => page.WriteAsync(db, CancellationToken.None));
            if (written / 100_000 != (written - page.Touchpoints.Count) / 100_000)
                Console.WriteLine($"{written:N0} touchpoints");
        }

        await writing;
    }

    private static async Task VacuumAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("vacuum (analyze)");
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
        command.CommandText = "checkpoint";
        await command.ExecuteNonQueryAsync();
    }

    private static void Say(long started, string what) => Console.WriteLine($"{what} after {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
}
