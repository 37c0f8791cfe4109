using TrustCoach.Services.Demo;

namespace TrustCoach.Web.Infrastructure;

/// <summary>Brings in the demo organization: by itself on a developer's machine, elsewhere when told to.</summary>
public sealed class DemoSetup
{
    /// <summary>True once the demo is known to be in the database.</summary>
    public bool IsHere { get; private set; }

    /// <summary>In Development only: an empty database gets the demo. <c>TrustCoach:Demo</c> set to false keeps it empty.</summary>
    public async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("TrustCoach:Demo", true))
            return;
        IsHere = await MakeAsync(app, cancellation) is not DemoOutcome.InUse;
    }

    /// <summary><c>TrustCoach.Web seed-demo</c>.</summary>
    /// <exception cref="StartupException">The database is not empty.</exception>
    public static async Task SeedAsync(WebApplication app, CancellationToken cancellation)
    {
        switch (await MakeAsync(app, cancellation))
        {
            case DemoOutcome.AlreadyHere:
                throw new StartupException("The demo organization is here already. For a fresh one, start with an empty database.");
            case DemoOutcome.InUse:
                throw new StartupException("This database holds an organization. The demo is made in an empty database only.");
            default:
                DemoAnnouncement.Print();
                break;
        }
    }

    private static async Task<DemoOutcome> MakeAsync(WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoOrganization>().MakeAsync(cancellation);
    }
}
