using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Scoring;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>What made this number? One score of a relationship taken apart, on any day.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class IndexModel(WhyQuery whys, VisitBook visits) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    /// <summary>The day to read; today when nothing is asked.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    public WhyPage Of { get; private set; } = null!;

    public string Name => WhyWords.Name(Of.Score);

    public bool IsPast => Of.Day < Of.Of.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? score, string? known, int part, CancellationToken cancellation)
    {
        var asked = new WhyAsked(id, rep, WhyWords.Score(score), On, known == "then", part);
        if (await whys.RunAsync(this.Actor(), asked, cancellation) is not { } of)
            return NotFound();
        Of = of;
        visits.Note(this.Actor(), of.Of.Relationship.Id);
        if (ModelState.IsValid && of.DayProblem is null)
        {
            On = of.Day;
            ModelState.Remove(nameof(On));
        }

        return this.ReadDay(nameof(On), of.DayProblem);
    }

    /// <summary>"66.2".</summary>
    public static string Tenth(double points, IFormatProvider culture) => points.ToString("F1", culture);

    public string Title => Of.Reading.TooEarly ? "What counts so far" : $"Why {Name.ToLowerInvariant()} {Points.Whole(Of.Points)}";
}
