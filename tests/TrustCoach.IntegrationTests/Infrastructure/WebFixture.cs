using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>The whole app, in this process, on a database of its own: take it as a class fixture.</summary>
public class WebFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    /// <summary>The clock the app reads; the real one unless a test sets another before the first request.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The database the app works on.</summary>
    public virtual string ConnectionString => _database.ConnectionString;

    public virtual Task InitializeAsync() => _database.InitializeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeWithDatabaseAsync();

    protected async Task DisposeWithDatabaseAsync()
    {
        try
        {
            await DisposeAsync();
        }
        catch (ObjectDisposedException)
        {
            // The app's own main method ends with the host that is stopped here, and sometimes disposes it first.
        }

        await _database.DisposeAsync();
    }

    /// <summary>A visitor with a cookie jar, who follows no redirects: a test sees where it is sent.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing")
            .UseStaticWebAssets()
            .UseSetting("ConnectionStrings:TrustCoach", ConnectionString)
            .UseSetting("TrustCoach:MigrateAtStart", "false")
            .UseSetting("TrustCoach:LogFolder", "")
            .UseSetting("TrustCoach:RequestsPerMinute", "0")
            .UseSetting("TrustCoach:SignInsPerMinute", "0")
            .UseSetting("Serilog:MinimumLevel", "Warning");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_ => Clock)));
    }
}
