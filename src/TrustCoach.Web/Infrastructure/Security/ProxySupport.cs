using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace TrustCoach.Web.Infrastructure.Security;

/// <summary>Behind a proxy that ends TLS: whom to believe about the caller's address and scheme, and whether to insist on HTTPS.</summary>
public static class ProxySupport
{
    /// <summary>Reads "TrustCoach:Proxies": addresses or networks such as 10.0.0.0/8, separated by commas.</summary>
    /// <exception cref="StartupException">One of them is neither.</exception>
    public static void AddProxySupport(this WebApplicationBuilder builder)
    {
        var proxies = (builder.Configuration["TrustCoach:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = null;
            foreach (var network in proxies.Select(Network))
                options.KnownIPNetworks.Add(network);
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseProxySupport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Configuration.GetValue("TrustCoach:RequireHttps", false))
            return;

        app.UseHsts();
        // A probe inside the cluster speaks plain HTTP.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), secured => secured.UseHttpsRedirection());
    }

    private static System.Net.IPNetwork Network(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);

        throw new StartupException($"'{text}' in TrustCoach:Proxies is neither an address nor a network: write for example 10.0.0.5 or 10.0.0.0/8.");
    }
}
