using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TrustCoach.Services.Data;

/// <summary>Brings a database to the state this version needs. Run again and again, by several instances at once, without harm.</summary>
public static class DatabaseSetup
{
    /// <summary>The role every query of the app runs as: no superuser, bound by row-level security.</summary>
    public const string AppRole = "trustcoach_app";

    /// <summary>Owns the functions that find names by their letters, and reads nothing but these names; nobody signs in as it.</summary>
    private const string FinderRole = "trustcoach_finder";

    /// <summary>Creates the roles, migrates the tables and puts row-level security on all of them.</summary>
    /// <param name="connectionString">Of a role that owns the database and may create roles.</param>
    public static async Task RunAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 600 });
        await using var connection = await source.OpenConnectionAsync(cancellation);
        // One instance at a time; the lock goes with the connection.
        await ExecuteAsync(connection, "select pg_advisory_lock(7420)", cancellation);
        await ExecuteAsync(connection, $"""
            do $$
            declare
              name text;
            begin
              foreach name in array array['{AppRole}', '{FinderRole}'] loop
                begin
                  if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
                exception when duplicate_object or unique_violation then null;
                end;
                begin
                  execute format('grant %I to %I', name, current_user);
                exception when others then
                  if not pg_has_role(current_user, name, 'member') then raise; end if;
                end;
              end loop;
            end $$;
            create extension if not exists pg_trgm;
            create extension if not exists unaccent;
            create or replace function search_text(value text) returns text
              language sql immutable parallel safe return lower(public.unaccent('public.unaccent', value));
            create table if not exists data_protection_keys (name text primary key, xml text not null);
            create table if not exists "__EFMigrationsHistory" ("MigrationId" varchar(150) primary key, "ProductVersion" varchar(32) not null);
            """, cancellation);
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(source).Options;
        await using (var db = new TrustCoachDb(options, CurrentOrganization.Owner))
            await db.Database.MigrateAsync(cancellation);
        await ExecuteAsync(connection, await IsolationSqlAsync(cancellation), cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> IsolationSqlAsync(CancellationToken cancellation)
    {
        await using var stream = typeof(DatabaseSetup).Assembly.GetManifestResourceStream("TrustCoach.Services.Data.Isolation.sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
