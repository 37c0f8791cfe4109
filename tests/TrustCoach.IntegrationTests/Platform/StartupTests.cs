namespace TrustCoach.IntegrationTests.Platform;

/// <summary>A missing prerequisite is one sentence with the remedy and exit code 1.</summary>
public sealed class StartupTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=trustcoach;Username=x", "The database server 127.0.0.1:1 cannot be reached: start it, or correct ConnectionStrings:TrustCoach.")]
    [InlineData("Port=5432", "ConnectionStrings:TrustCoach must name a Host and a Database")]
    public async Task Says_what_is_wrong_with_the_configured_server(string connectionString, string sentence)
    {
        using var app = AppProcess.Start("unused", connectionString);

        (await app.ExitCodeAsync()).Should().Be(1);
        app.Output.Should().StartWith(sentence).And.NotContain("   at ");
    }

    [Fact]
    public async Task Knows_its_commands()
    {
        using var app = AppProcess.Start("unused", "Host=127.0.0.1", "migrat");

        (await app.ExitCodeAsync()).Should().Be(1);
        app.Output.Should().StartWith("'migrat' is not a command: use one of");
    }
}
