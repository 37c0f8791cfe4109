using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Favours;
using TrustCoach.Services.Method;
using TrustCoach.Services.Opportunities;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Where do we stand with them, and why? One relationship with both scores, their account, promises, timeline and contacts.</summary>
[Needs(Thing.Customer, Act.See)]
public sealed class DetailsModel(CustomerPageQuery customers, RisksAndOffersQuery risks, TractionQuery traction, ThanksQuery thanks, VisitBook visits) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Relationship.RepId, Of.Relationship.RepName, EvidencePage.Customer, Of.Customer.Id)];

    public CustomerPage Of { get; private set; } = null!;

    private const int ThanksShown = 3;

    /// <summary>What they fear and may buy.</summary>
    public RisksAndOffers Risks { get; private set; } = null!;

    /// <summary>How quickly it gains traction; empty before the first contact, and for who may not see scores.</summary>
    public IReadOnlyList<TractionReading> Traction { get; private set; } = [];

    /// <summary>What they gave and were not thanked for; empty for all but their rep.</summary>
    public IReadOnlyList<OwedThanks> Thanks { get; private set; } = [];

    public bool IsOlder { get; private set; }

    public bool MayEdit => this.Actor().May(Thing.Customer, Act.Edit);

    public bool MayHandOver => this.Actor().May(Thing.Customer, Act.HandOver);

    /// <summary>This page, of the same rep.</summary>
    public string Here => $"/customers/{Of.Customer.Id}{(Rep is null ? "" : $"?rep={Rep}")}";

    /// <summary>A page that takes the scores apart, of the same rep.</summary>
    public string WhyUrl(string part) => $"/customers/{Of.Customer.Id}/{part}{(Rep is null ? "" : $"?rep={Rep}")}";

    public string HistoryCsvUrl => $"/customers/{Of.Customer.Id}/history?handler=Csv&weeks=all{(Rep is null ? "" : $"&rep={Rep}")}";

    public string LogUrl => $"/log{ForThem}";

    public string NeedUrl => $"/customers/{Of.Customer.Id}/need";

    public bool MayMarkNeed => this.Actor().May(Thing.TimeOfNeed, Act.Edit) && Of.Relationship.EndedOn is null && Of.Customer.ArchivedAt is null;

    /// <summary>One notes close calls with one's own customers, for oneself.</summary>
    public bool MayNoteCloseCall => this.Actor().May(Thing.CloseCall, Act.Edit) && Of.Relationship is { IsOwn: true, EndedOn: null };

    public string NewOpportunityUrl => $"/opportunities/new{ForThem}";

    public string BriefingUrl => WhyUrl("briefing");

    public string NewPromiseUrl => $"/promises/new{ForThem}";

    // A manager who looks at a rep's relationship logs in that one, not in one of their own.
    private string ForThem => $"?customer={Of.Customer.Id}{(Rep is null ? "" : $"&rep={Rep}")}&returnUrl={Uri.EscapeDataString(Here)}";

    public string? Rep => Of.Relationship.IsOwn ? null : Of.Relationship.RepId.ToString();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, string? older, CancellationToken cancellation)
    {
        var of = await customers.RunAsync(this.Actor(), id, rep, older, cancellation);
        if (of is null)
            return NotFound();
        (Of, IsOlder) = (of, older is not null);
        Risks = await risks.RunAsync(this.Actor(), id, of.Relationship.Id, cancellation);
        if (of.Scores is not null)
        {
            Traction = await traction.OfAsync(of.Relationship.Id, of.Today, cancellation);
            Thanks = of.Relationship.IsOwn ? await thanks.RunAsync(this.Actor(), id, ThanksShown, cancellation) : [];
            visits.Note(this.Actor(), of.Relationship.Id);
        }

        return Page();
    }

    public IEnumerable<OpenPromise> PromisesOf(Direction direction) => Of.Promises.Where(p => p.Direction == direction);

    /// <summary>What is not in the numbers yet, in words; null when there is nothing.</summary>
    public string? Pending()
    {
        var promises = PromisesOf(Direction.Ours).Count(p => !p.BrokenByClock);
        var unasked = Of.Timeline.Count(t => t.Outcome == Outcome.Pending);
        string[] parts =
        [
            .. promises > 0 ? [promises == 1 ? "one open promise" : $"{promises} open promises"] : Array.Empty<string>(),
            .. Of.Planned.Count > 0 ? [Of.Planned.Count == 1 ? "one planned encounter" : $"{Of.Planned.Count} planned encounters"] : Array.Empty<string>(),
            .. unasked > 0 ? [unasked == 1 ? "one encounter whose outcome nobody noted" : $"{unasked} encounters whose outcome nobody noted"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : $"Not in the numbers yet: {string.Join(", ", parts)}.";
    }

    public IReadOnlyList<HistoryPoint> Points() =>
        [.. Of.Scores!.Points.Select(p => new HistoryPoint(
            DateOnly.FromDayNumber(p.Day), p.Reading.Credibility, p.Reading.HalfBandCredibility, p.Reading.Trust, p.Reading.TooEarly))];

    public IReadOnlyList<HistoryMark> Marks() => [.. History.HistoryView.MarksOf(Of.Scores!.Events)];

    /// <summary>Where an event can be read in full.</summary>
    public static string? UrlOf(LedgerFact fact) =>
        fact.PromiseId is { } promise ? $"/promises/{promise}" : fact.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : null;
}
