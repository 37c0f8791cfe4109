using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.IntegrationTests.Demo;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo;

namespace TrustCoach.BrowserTests.Infrastructure;

/// <summary>The app with the demo organization in it, and addresses that fail.</summary>
public sealed class DemoBrowser : BrowserFixture
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoDatabase.MakeAsync(ConnectionString, Clock.GetUtcNow());
    }

    public TrustCoachDb Db() => Given.Db(ConnectionString, DemoOrganization.Id);

    /// <summary>Somebody of the demo, found by the first word of the name.</summary>
    public async Task<GivenPerson> PersonAsync(string firstName)
    {
        await using var db = Db();
        var person = await db.People.SingleAsync(p => p.Name.StartsWith(firstName + " "));
        return new(new(DemoOrganization.Id, "Demo", person.TimeZone), person.Id, person.Name, "", person.Roles, person.TeamId);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, FailurePages>());
    }
}
