using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages;

/// <summary>Can the forecast be believed? What it said against what happened, over the whole organization and no one by name.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class CalibrationModel(CalibrationQuery calibrations) : PageModel
{
    private const int Year = 52;

    public static IReadOnlyList<Tab> Spans { get; } = [new("13 weeks", "13"), new("52 weeks", "52"), new("All", "all")];

    public Calibration Of { get; private set; } = null!;

    /// <summary>"13", "52" or "all".</summary>
    public string Span { get; private set; } = "";

    public string Lead => Of.TooEarly
        ? $"Too early to say: {Of.Count} of the {Calibration.Enough} outcomes it takes."
        : $"What the forecast said and what happened lie {Of.Error * 100:0.0} points apart, over {Of.Count:N0} outcomes.";

    public async Task OnGetAsync(string? weeks, CancellationToken cancellation)
    {
        Span = weeks is "13" or "all" ? weeks : "52";
        Of = await calibrations.RunAsync(this.Actor(), Span switch { "13" => 13, "all" => null, _ => Year }, cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(string? weeks, CancellationToken cancellation)
    {
        await OnGetAsync(weeks, cancellation);
        return this.Csv(new("calibration", ["Forecast from, percent", "Forecast to, percent", "Outcomes", "Said, percent", "Happened, percent"],
            Of.Deciles.Select(d => new object?[]
            {
                d.Index * 10, (d.Index + 1) * 10, (double)d.Count, d.Count == 0 ? null : d.MeanPredicted * 100, d.Count == 0 ? null : d.MeanKept * 100,
            })));
    }

    /// <summary>"20–30 %".</summary>
    public static string Band(ForecastDecile decile) => $"{decile.Index * 10}–{(decile.Index + 1) * 10} %";
}
