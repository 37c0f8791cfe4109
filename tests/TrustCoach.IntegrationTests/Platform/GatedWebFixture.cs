using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Platform;

/// <summary>The app with addresses that fail, on a database that can be taken away.</summary>
public sealed class GatedWebFixture : WebFixture
{
    private DatabaseGate? _gate;

    public DatabaseGate Gate => _gate ??= new DatabaseGate(base.ConnectionString);

    public override string ConnectionString => Gate.ConnectionString;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, FailurePages>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _gate?.Dispose();
    }
}
