using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Do we keep our word? Open promises by due date, ours or theirs, with how the closed ones went.</summary>
[Needs(Thing.Promise, Act.See)]
public sealed class IndexModel(PromisesQuery promises, PromiseCosts costs, PromiseLoadQuery load, KeptRatioQuery ratios, Viewer viewer) : PageModel
{
    public const int Size = 50;

    public const int Days = 90;

    [BindProperty(SupportsGet = true)] public string? Side { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public Direction Direction => Side == "theirs" ? Direction.Theirs : Direction.Ours;

    public PromisesPage Shown { get; private set; } = null!;

    public KeptRatio Ratio { get; private set; } = null!;

    /// <summary>More is due in this week or the next than the reader usually keeps; null otherwise, and on lists of others.</summary>
    public string? Overload { get; private set; }

    /// <summary>Reps to filter by; none for somebody who sees only their own.</summary>
    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    /// <summary>Somebody who owes answers to the reps they coach.</summary>
    public bool MayOweReps => this.Actor().May(Thing.Dispute, Act.Edit);

    public string Here => Request.GetEncodedPathAndQuery();

    public IEnumerable<IGrouping<string, PromiseRow>> Sections => Shown.Rows.GroupBy(row => PromiseWords.Section(viewer, row));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        var reps = actor.Reach(Thing.Promise, Act.See) == Reach.Own ? [] : await promises.RepsAsync(actor, cancellation);
        Reps = [.. reps.Select(rep => new SelectListItem(rep.Name, rep.Id.ToString()))];
        Rep = reps.Exists(rep => rep.Id == Rep) ? Rep : null;
        Shown = await promises.OpenAsync(actor, Direction, Rep, PromiseCursor.Parse(After), Size, cancellation);
        Shown = Shown with { Rows = await costs.WeighAsync(actor, Shown.Rows, cancellation) };
        if (Direction == Direction.Ours && (Rep is null || Rep == actor.PersonId) && actor.May(Thing.Promise, Act.Log))
            Overload = Warning(await load.RunAsync(actor, cancellation));
        Ratio = await ratios.RunAsync(Counted(actor, reps), Direction, actor.Today(viewer.Now), Days, cancellation);
    }

    private string? Warning(IReadOnlyList<ComingWeek> weeks) =>
        weeks.Take(2).Select(week => LoadWords.Warning(week.AsItIs, LoadWords.Name(weeks, week, viewer))).FirstOrDefault(words => words is not null);

    private Guid[] Counted(Actor actor, List<RepChoice> reps) =>
        Rep is { } one ? [one] : reps.Count == 0 ? [actor.PersonId] : [.. reps.Select(rep => rep.Id)];
}
