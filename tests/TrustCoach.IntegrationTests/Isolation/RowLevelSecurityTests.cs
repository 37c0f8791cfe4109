using Npgsql;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;

namespace TrustCoach.IntegrationTests.Isolation;

/// <summary>What stands underneath the query filters: Postgres itself, asked in plain SQL as the application role.</summary>
public sealed class RowLevelSecurityTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_application_role_is_no_superuser_and_may_not_pass_the_policies_by()
    {
        await using var connection = await ConnectAsync(Guid.NewGuid());
        (await ScalarAsync(connection, "select current_user::text")).Should().Be(DatabaseSetup.AppRole);
        (await ScalarAsync(connection, "select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin from pg_roles where rolname = current_user")).Should().Be(false);
    }

    [Fact]
    public async Task Every_table_of_an_organization_has_its_policy()
    {
        await using var connection = await ConnectAsync(Guid.NewGuid());
        var open = await ScalarAsync(connection, """
            select string_agg(c.table_name, ', ') from information_schema.columns c
              join pg_class t on t.oid = format('%I', c.table_name)::regclass
             where c.table_schema = 'public' and c.column_name = 'organization_id' and t.relkind = 'r'
               and not (t.relrowsecurity and t.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = t.oid))
            """);
        open.Should().Be(DBNull.Value);
    }

    [Fact]
    public async Task Plain_sql_sees_the_rows_of_its_own_organization_only()
    {
        var (mine, theirs) = (await World.MakeAsync(web), await World.MakeAsync(web));
        await using var connection = await ConnectAsync(mine.Organization.Id);
        foreach (var table in await TablesAsync(connection))
        {
            var column = table == "organizations" ? "id" : "organization_id";
            (await ScalarAsync(connection, $"select count(*) from {table} where {column} = '{theirs.Organization.Id}'")).Should().Be(0L, table);
        }

        (await ScalarAsync(connection, "select count(*) from customers")).Should().Be(2L, "one's own are there");
    }

    [Fact]
    public async Task Plain_sql_can_neither_write_nor_move_a_row_into_another_organization()
    {
        var (mine, theirs) = (await World.MakeAsync(web), await World.MakeAsync(web));
        await using var connection = await ConnectAsync(mine.Organization.Id);
        var insert = () => ScalarAsync(connection, $"insert into teams (organization_id, id, name) values ('{theirs.Organization.Id}', gen_random_uuid(), 'x')");
        await insert.Should().ThrowAsync<PostgresException>().Where(e => e.SqlState == PostgresErrorCodes.InsufficientPrivilege);
        var move = () => ScalarAsync(connection, $"update teams set organization_id = '{theirs.Organization.Id}'");
        await move.Should().ThrowAsync<PostgresException>();
        (await ScalarAsync(connection, $"with gone as (delete from customers where organization_id = '{theirs.Organization.Id}' returning 1) select count(*) from gone")).Should().Be(0L);
    }

    [Fact]
    public async Task Nobody_is_the_start_and_sees_nothing()
    {
        await World.MakeAsync(web);
        await using var connection = new NpgsqlConnection(web.ConnectionString);
        await connection.OpenAsync();
        await ScalarAsync(connection, $"set role {DatabaseSetup.AppRole}");
        foreach (var table in await TablesAsync(connection))
            (await ScalarAsync(connection, $"select count(*) from {table}")).Should().Be(0L, table);
    }

    private async Task<NpgsqlConnection> ConnectAsync(Guid organizationId)
    {
        var connection = new NpgsqlConnection(web.ConnectionString);
        await connection.OpenAsync();
        await ScalarAsync(connection, $"set role {DatabaseSetup.AppRole}");
        await ScalarAsync(connection, $"set trustcoach.organization = '{organizationId}'");
        return connection;
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' union select 'organizations'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
