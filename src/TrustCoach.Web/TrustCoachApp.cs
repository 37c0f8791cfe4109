using Serilog;
using Serilog.Extensions.Logging;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Errors;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Logging;
using TrustCoach.Web.Infrastructure.Postgres;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web;

/// <summary>Puts the app together: what it is made of, and what a request passes through.</summary>
public static class TrustCoachApp
{
    private const string DefaultAddress = "http://localhost:5080";

    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Opens the database, then serves pages until stopped, or runs the one command named.</summary>
    public static async Task RunAsync(string[] args)
    {
        var command = Commands.Named(args);
        ReadLessons();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PublishedFolder() });
        var log = Logs.Create(builder);
        builder.Logging.ClearProviders().AddSerilog(log, dispose: true);
        using var startup = new SerilogLoggerFactory(log);

        // Declared before the app, so that the app has closed its connections when the database stops.
        await using var database = await AppDatabase.OpenAsync(builder, startup.CreateLogger("TrustCoach.Database"), CancellationToken.None);
        builder.AddTrustCoach(database);
        await using var app = builder.Build();
        if (command is not null || app.Configuration.GetValue("TrustCoach:MigrateAtStart", true))
            await database.MigrateAsync(CancellationToken.None);

        if (command is not null)
        {
            await Commands.RunAsync(command, app, CancellationToken.None);
            return;
        }

        await app.Services.GetRequiredService<DemoSetup>().PrepareAsync(app, CancellationToken.None);
        app.UseTrustCoach();
        await app.RunAsync();
    }

    // Before anything is opened: a lesson with errors is told with its file and line, not met as a broken page.
    private static void ReadLessons()
    {
        try
        {
            _ = LessonShelf.Own;
        }
        catch (LessonFaultsException faults)
        {
            throw new StartupException(faults.Message, faults);
        }
    }

    /// <summary>The folder of a published app, from wherever it is started; null for a working copy, where it is the project's.</summary>
    private static string? PublishedFolder() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    public static void AddTrustCoach(this WebApplicationBuilder builder, AppDatabase database)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!AddressKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.AddProxySupport();
        builder.AddRequestLimits();
        builder.Services.AddSharedKeys();
        builder.Services.AddTrustCoachServices(database.ConnectionString);
        builder.Services.AddSignedIn();
        builder.Services.AddHealth();
        builder.Services.AddErrorPages();
        builder.Services.AddRazorPages().AddMvcOptions(options =>
        {
            BindingWords.Use(options.ModelBindingMessageProvider);
            options.Filters.Add<ReadTwice>();
            options.Filters.Add<OpenedEvidence>();
        });
        builder.Services.AddDesignSystem(builder.Environment);
        builder.Services.AddScoped<Pages.Touchpoints.LogNewCustomer>().AddScoped<Pages.Touchpoints.ClosingDay>().AddSingleton<Pages.Find.Destinations>().AddSingleton<Pages.Lab.LabGate>();
        builder.Services.AddSingleton<DemoSetup>().AddHostedService<Announcement>();
        // A worker that fails must not take the pages with it; the failure is in the log.
        builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        if (database.Embedded is { } embedded)
            builder.Services.AddSingleton(embedded).AddHostedService<PostgresMonitor>();
    }

    public static void UseTrustCoach(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseProxySupport();
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrorPages();
        app.UseRequestLimits();
        app.UseSignedIn();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
