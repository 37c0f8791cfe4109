using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Services.Method;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>Does a step of the card make relationships credible earlier? Never told by rep.</summary>
[Needs(Thing.MethodCard, Act.See)]
public sealed class ReportModel(MethodReportQuery reports) : PageModel
{
    public MethodReport Of { get; private set; } = null!;

    /// <summary>The end of the scale on both sides, points.</summary>
    public int Most { get; private set; }

    public string Lead => Of.Steps.Where(s => s.Verdict is StepVerdict.More or StepVerdict.Less).ToList() switch
    {
        { Count: > 0 } seen => string.Join(" ", seen.Select(s => $"“{s.Step.Name}”: {(s.Verdict == StepVerdict.More ? "more" : "less")} early credibility with it.")),
        _ when Of.Steps.All(s => s.Verdict == StepVerdict.TooEarly) => "Too early to say: too few relationships on one side.",
        _ => "No difference seen for any step.",
    };

    /// <summary>Who is not compared, and why.</summary>
    public string LeftOut
    {
        get
        {
            string[] parts =
            [
                .. Of.TooYoung > 0 ? [$"{TeamWords.Count(Of.TooYoung, "relationship is", "relationships are")} too young"] : Array.Empty<string>(),
                .. Of.TooFew > 0 ? [$"in {TeamWords.Count(Of.TooFew, "one", "ones")} too little was judged"] : Array.Empty<string>(),
            ];
            return parts.Length == 0 ? "" : $"Not compared: {string.Join(", ", parts)}.";
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reports.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return NotFound();
        Of = of;
        var furthest = of.Steps.Where(s => s.Verdict != StepVerdict.TooEarly).SelectMany(s => new[] { Math.Abs(s.Low), Math.Abs(s.High) }).DefaultIfEmpty(10).Max();
        Most = Math.Clamp((int)Math.Ceiling(furthest / 10) * 10, 10, 100);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancellation) =>
        await OnGetAsync(id, cancellation) is not PageResult ? NotFound() : this.Csv(new(
            $"method-report-{Of.Team}", ["Step", "With", "Without", "Difference, points", "From", "To", "Verdict"],
            Of.Steps.Select(s => s.Verdict == StepVerdict.TooEarly
                ? new object?[] { s.Step.Name, s.With, s.Without, null, null, null, MethodWords.Of(s.Verdict) }
                : [s.Step.Name, s.With, s.Without, s.Difference, s.Low, s.High, MethodWords.Of(s.Verdict)])));
}
