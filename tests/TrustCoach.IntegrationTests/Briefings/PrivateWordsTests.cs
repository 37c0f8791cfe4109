using Microsoft.AspNetCore.Hosting;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Briefings;

public sealed class PrivateWordsTests
{
    [Fact]
    public async Task No_line_of_the_log_holds_a_self_check_even_when_everything_is_logged()
    {
        const string secret = "quieter-than-the-last-time";
        var app = new LoudApp();
        await ((IAsyncLifetime)app).InitializeAsync();
        try
        {
            var scene = await Scene.SetAsync(app);
            using var rep = await app.SignedInAsAsync(scene.Rep);
            (await rep.SubmitToAsync($"/customers/{scene.CustomerId}/briefing", "Check", ("Check.Tone", secret))).Dispose();
        }
        finally
        {
            await ((IAsyncLifetime)app).DisposeAsync();
        }

        var log = string.Concat(Directory.GetFiles(app.Folder).Select(File.ReadAllText));
        Directory.Delete(app.Folder, true);
        log.Should().Contain("self_checks", "statements are in the log").And.NotContain(secret);
    }

    private sealed class LoudApp : WebFixture
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("trustcoach-log").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TrustCoach:LogFolder", Folder).UseSetting("Serilog:MinimumLevel", "Verbose")
                .UseSetting("Serilog:MinimumLevel:Default", "Verbose").UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Verbose");
        }
    }
}
