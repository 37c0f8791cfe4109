using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>What makes a request somebody's: the cookie, the person behind it, and how that person reads times and numbers.</summary>
public static class SignedInPipeline
{
    public static void AddSignedIn(this IServiceCollection services)
    {
        services.AddScoped<SignInCookie>();
        services.AddScoped<SignedInBrowser>();
        services.AddScoped<SealedNotes>().AddScoped<SecondStepNote>().AddScoped<NewKeyNote>();
        services.AddSingleton<AppAddress>().AddSingleton<InvitationFlash>();
        services.AddSingleton<SetupToken>().AddHostedService<SetupNotice>();
        services.AddScoped<StartPage>();
        services.AddHttpContextAccessor();
        services.AddScoped(Viewer);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.EventsType = typeof(SignInCookie);
            options.LoginPath = SignInUrl.Path;
            options.Cookie.Name = SignInCookie.Name;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The session on the server ends sooner; the cookie only has to outlive it.
            options.ExpireTimeSpan = SignInService.Remembered;
            options.SlidingExpiration = true;
        });
        services.AddVisibilityPolicies();
    }

    public static void UseSignedIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.ActorOrNull() is { } actor)
                CultureInfo.CurrentCulture = actor.Culture;
            return next(context);
        });
        app.Use((context, next) => SecondFactorGate.RunAsync(context, next));
        // Before authorization: an admin alone is led on from Today, not refused.
        app.Use((context, next) => context.RequestServices.GetRequiredService<StartPage>().RunAsync(context, next));
        app.UseAuthorization();
    }

    private static Viewer Viewer(IServiceProvider provider)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        return provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.ActorOrNull() is { } actor
            ? new Viewer(actor.Zone, actor.Culture, clock.GetUtcNow())
            : Infrastructure.Viewer.Unknown(clock);
    }
}
