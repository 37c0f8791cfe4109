using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class SharedKeysTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task What_one_instance_seals_another_opens_and_queries_cannot_read_the_keys()
    {
        var seal = web.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("hello");
        using var second = web.WithWebHostBuilder(_ => { });
        second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(seal).Should().Be("hello");

        using var scope = web.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<TrustCoachDb>().Database;
        await database.OpenConnectionAsync();
        await using var query = database.GetDbConnection().CreateCommand();
        query.CommandText = "select xml from data_protection_keys";
        var reading = async () => await query.ExecuteScalarAsync();
        (await reading.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        await database.CloseConnectionAsync();

        // The same connection, given back to the pool, is the owner's again.
        web.Services.GetRequiredService<SharedKeys>().GetAllElements().Should().NotBeEmpty();
    }
}
