namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>A migrated, empty database of its own for a test class: take it as a class fixture.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly string _name = "tc_test_" + Guid.NewGuid().ToString("n");

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await TestPostgres.CopyTemplateAsync(_name);
        ConnectionString = await TestPostgres.ConnectionStringAsync(_name);
    }

    public Task DisposeAsync() => TestPostgres.DropAsync(_name);
}
