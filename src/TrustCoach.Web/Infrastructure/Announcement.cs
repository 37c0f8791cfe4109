using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TrustCoach.Web.Infrastructure;

/// <summary>Tells whoever started the app where it is, once it answers.</summary>
public sealed class Announcement(IServer server, DemoSetup demo, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
            Console.WriteLine($"{Environment.NewLine}  TrustCoach is at {address}");
        if (demo.IsHere)
            DemoAnnouncement.Print();
        Console.WriteLine($"  Stop it with Ctrl-C.{Environment.NewLine}");
    }
}
