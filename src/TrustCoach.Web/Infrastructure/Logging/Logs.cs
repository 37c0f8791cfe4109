using System.Globalization;
using Serilog;
using Serilog.Core;

namespace TrustCoach.Web.Infrastructure.Logging;

/// <summary>The app's log: people read the console, machines the file.</summary>
public static class Logs
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Levels come from the "Serilog" section; "TrustCoach:LogFolder" is where the daily files go, empty for none.</summary>
    public static Logger Create(WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture);
        var folder = builder.Configuration["TrustCoach:LogFolder"];
        if (!string.IsNullOrEmpty(folder))
        {
            var file = Path.GetFullPath(Path.Combine(folder, "trustcoach-.clef"), builder.Environment.ContentRootPath);
            configuration.WriteTo.Async(sink => sink.File(
                new CompactLogFormatter(), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14));
        }

        return configuration.CreateLogger();
    }
}
