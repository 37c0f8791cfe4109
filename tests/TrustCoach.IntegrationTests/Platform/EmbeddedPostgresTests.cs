using System.Net;
using System.Runtime.Versioning;

namespace TrustCoach.IntegrationTests.Platform;

/// <summary>The app as its users start, stop and kill it. One folder for all, whose rows must survive every test.</summary>
[SupportedOSPlatform("linux")]
public sealed class EmbeddedPostgresTests(PrivateCluster cluster) : IClassFixture<PrivateCluster>
{
    private static long _rows;

    [Fact]
    public async Task Refuses_a_second_app_revives_a_killed_database_and_stops_cleanly()
    {
        using var app = AppProcess.Start(cluster.Folder);
        using var client = new HttpClient { BaseAddress = await app.AddressAsync() };
        await NoRowWasLostAsync();

        using (var second = AppProcess.Start(cluster.Folder))
        {
            (await second.ExitCodeAsync()).Should().Be(1);
            second.Output.Should().StartWith("Another TrustCoach is already using the data folder").And.NotContain("   at ");
        }

        AppProcess.Signal("-KILL", cluster.Postmaster);
        await UntilReadyAsync(client);
        await NoRowWasLostAsync();

        app.Terminate();
        (await app.ExitCodeAsync()).Should().Be(0);
        File.Exists(cluster.PidFile).Should().BeFalse("the database was stopped with the app");
    }

    [Fact]
    public async Task Adopts_the_database_of_a_killed_app_and_stops_it_on_ctrl_c()
    {
        int port;
        using (var killed = AppProcess.Start(cluster.Folder))
        {
            await killed.AddressAsync();
            port = cluster.Port;
            await NoRowWasLostAsync();
            await killed.KillAllAsync();
        }

        using var app = AppProcess.Start(cluster.Folder);
        await app.AddressAsync();
        app.Output.Should().Contain("Took over the private database");
        cluster.Port.Should().Be(port);
        await NoRowWasLostAsync();

        app.PressControlC();
        (await app.ExitCodeAsync()).Should().Be(0);
        File.Exists(cluster.PidFile).Should().BeFalse("the database was stopped with the app");
    }

    [Fact]
    public async Task Starts_over_a_pid_file_that_names_a_stranger_after_a_power_cut()
    {
        using (var cut = AppProcess.Start(cluster.Folder))
        {
            await cut.AddressAsync();
            await NoRowWasLostAsync();
            var lines = await File.ReadAllLinesAsync(cluster.PidFile);
            var postmaster = cluster.Postmaster;
            await cut.KillAllAsync();
            AppProcess.Signal("-KILL", postmaster);
            await File.WriteAllLinesAsync(cluster.PidFile, [$"{Environment.ProcessId}", .. lines[1..]]);
        }

        using var app = AppProcess.Start(cluster.Folder);
        await app.AddressAsync();
        await NoRowWasLostAsync();
    }

    private async Task NoRowWasLostAsync() => (await cluster.AddRowAsync()).Should().Be(++_rows);

    private static async Task UntilReadyAsync(HttpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            tries.Should().BeLessThan(100, "the database is started again within twenty seconds");
            await Task.Delay(200);
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (response.StatusCode == HttpStatusCode.OK && tries > 10)
                return;
        }
    }
}
