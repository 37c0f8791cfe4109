using Npgsql;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;

namespace TrustCoach.IntegrationTests.Isolation;

/// <summary>A rented Postgres gives no superuser: the account that owns the database has to be able to set it up.</summary>
public sealed class RestrictedOwnerTests(TestDatabase made) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly string _owner = "tc_owner_" + Guid.NewGuid().ToString("n");

    public async Task InitializeAsync()
    {
        made.ConnectionString.Should().NotBeEmpty("the roles are made with the first database of a server");
        await TestPostgres.ExecuteAsync($"create role {_owner} login createrole password '{_owner}'; grant {DatabaseSetup.AppRole}, trustcoach_finder to {_owner}");
        await TestPostgres.ExecuteAsync($"create database {_owner} owner {_owner}");
    }

    public async Task DisposeAsync()
    {
        await TestPostgres.DropAsync(_owner);
        await TestPostgres.ExecuteAsync($"drop role {_owner}");
    }

    [Fact]
    public async Task An_owner_that_is_no_superuser_sets_a_database_up_and_again()
    {
        var settings = new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync(_owner)) { Username = _owner, Password = _owner, Pooling = false };
        await DatabaseSetup.RunAsync(settings.ConnectionString, CancellationToken.None);
        await DatabaseSetup.RunAsync(settings.ConnectionString, CancellationToken.None);

        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var finders = new NpgsqlCommand(
            "select count(*) from pg_proc where proname in ('customers_named', 'customers_alike') and pg_get_userbyid(proowner) = 'trustcoach_finder'", connection);
        (await finders.ExecuteScalarAsync()).Should().Be(2L);
        await using var maker = new NpgsqlCommand("select has_schema_privilege('trustcoach_finder', 'public', 'create')", connection);
        (await maker.ExecuteScalarAsync()).Should().Be(false, "it may make nothing");
    }
}
