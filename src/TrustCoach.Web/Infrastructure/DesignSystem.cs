using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TrustCoach.Web.Infrastructure;

/// <summary>What the shared markup needs from the container.</summary>
public static class DesignSystem
{
    public static IServiceCollection AddDesignSystem(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped(provider => Viewer.Unknown(provider.GetRequiredService<TimeProvider>()));
        // Fields carry their own messages; no script reads data-val attributes, so none are written.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        if (!environment.IsDevelopment())
        {
            services.Configure<RazorPagesOptions>(options => options.Conventions.AddFolderRouteModelConvention("/Dev", RemoveRoutes));
        }

        return services;
    }

    // The gallery exists in Development alone: without a selector a page has no address.
    private static void RemoveRoutes(PageRouteModel page) => page.Selectors.Clear();
}
