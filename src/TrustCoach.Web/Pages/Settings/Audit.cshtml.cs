using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings;

[Needs(Thing.Audit, Act.See)]
public sealed class AuditModel(AuditQuery audit) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Subject { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Before { get; set; }

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<Named> People { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What reps wrote about customers is theirs and their manager's; the audit says that it changed, and not to what.</summary>
    public bool ShowsWords => this.Actor().May(Thing.Touchpoint, Act.See);

    public bool IsFiltered => Person is not null || !string.IsNullOrEmpty(Kind) || Subject is not null || From is not null || To is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Rows, HasMore) = await audit.RunAsync(this.Actor(), new(Person, Kind, Subject, From, To, Before), cancellation);
        Names = await audit.NamesAsync([.. Rows.SelectMany(row => AuditWords.Ids(row.Before).Concat(AuditWords.Ids(row.After))).Distinct()], cancellation);
        People = await audit.PeopleAsync(cancellation);
    }
}
