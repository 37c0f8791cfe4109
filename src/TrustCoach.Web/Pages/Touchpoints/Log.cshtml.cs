using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Customers;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>How did it go? Two taps and a save; past is a log, future a plan. A page of its own, and the same in a sheet over any page.</summary>
[Needs(Thing.Touchpoint, Act.Log)]
public sealed partial class LogModel(TouchpointService touchpoints, LogChoicesQuery choices, LogNewCustomer newCustomers, PromiseLoadQuery load, Viewer viewer) : PageModel
{
    /// <summary>The header of requests whose answer goes into the sheet.</summary>
    public const string SheetHeader = "X-Sheet";

    [BindProperty] public LogForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public NewModel.Form New { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")] public string? Search { get; set; }

    /// <summary>What the customers on the page were found by.</summary>
    [BindProperty(SupportsGet = true)] public string? Searched { get; set; }

    public LogFormView View { get; private set; } = null!;

    /// <summary>Asked for by the script that shows the form in a sheet over another page.</summary>
    public bool IsSheet => Request.Headers.ContainsKey(SheetHeader);

    public string Cancel => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : View.Choices.Chosen is { } chosen ? $"/customers/{chosen.CustomerId}" : "/";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (IsSheet)
            ViewData[FieldParts.IdPrefix] = LogFormView.SheetIds;
    }

    public async Task<IActionResult> OnGetAsync(Guid? customer, Guid? rep, Guid? relationship, Outcome? outcome, CancellationToken cancellation)
    {
        await LoadAsync(new(relationship, customer, rep, Search), cancellation);
        if ((customer ?? relationship) is not null && View.Choices.Chosen is null)
            return NotFound();
        Input.Key = Guid.CreateVersion7(viewer.Now);
        Input.RelationshipId = View.Choices.Chosen?.RelationshipId;
        Input.Outcome = outcome;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Looks for a customer, or opens the long form from the short one: what is typed stays, and nothing is judged yet.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        await LoadAsync(new(Input.RelationshipId, Search: Search), cancellation);
        View = View with { Finding = Input.RelationshipId is null };
        return Unjudged();
    }

    /// <summary>The customers found while somebody types.</summary>
    public async Task<IActionResult> OnGetWhoAsync([FromQuery(Name = "Input.RelationshipId")] Guid? chosen, CancellationToken cancellation)
    {
        await LoadAsync(new(chosen, Search: Search), cancellation, withCard: false);
        Input.RelationshipId = View.Choices.Chosen?.RelationshipId;
        var who = Partial("_LogWho", View);
        who.ViewData[FieldParts.IdPrefix] = View.Ids;
        return who;
    }

    /// <summary>What a date means that somebody is typing.</summary>
    /// <param name="id">Id of its field in the page.</param>
    public IActionResult OnGetWhen(string field, string id, DateUse use)
    {
        if (!FieldName().IsMatch(field ?? "") || !FieldName().IsMatch(id ?? ""))
            return NotFound();
        var text = Request.Query[field!].ToString().Trim();
        var (date, trouble) = text.Length == 0 ? (null, null) : TypedDateBinder.Read(viewer, field!, text, use, key => Request.Query[key]);
        // It is shown here: nothing is left to be asked but which of several.
        return Content(ReadAs.Html(field!, id!, date, date?.Meant is null ? trouble : null, viewer.Culture), "text/html; charset=utf-8");
    }

    /// <summary>A new token for a form that was open for long, and who it is for.</summary>
    public IActionResult OnGetToken([FromServices] IAntiforgery antiforgery) =>
        new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, person = this.Actor().PersonId });

    /// <summary>The person's own customers, the recent ones first, for a device to keep.</summary>
    public async Task<IActionResult> OnGetCustomersAsync([FromServices] DeviceCustomersQuery customers, CancellationToken cancellation) =>
        new JsonResult(await customers.RunAsync(this.Actor(), cancellation));

    /// <summary>The steps of the person's method card, for a device to keep.</summary>
    public async Task<IActionResult> OnGetStepsAsync(CancellationToken cancellation) =>
        new JsonResult((await choices.CardAsync(this.Actor(), cancellation)).Card);

    /// <summary>Adds a customer and chooses it, or joins one that a colleague works with; what is typed besides stays.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid? join, CancellationToken cancellation)
    {
        var added = await newCustomers.AddAsync(this.Actor(), New, join, cancellation);
        if (!added.Refused(out var problem, out var done))
        {
            (Input.RelationshipId, Search) = (done.RelationshipId, null);
            ModelState.Clear();
        }

        await LoadAsync(new(Input.RelationshipId, Search: Search), cancellation);
        if (problem is null)
        {
            View = View with { Added = true };
            return Page();
        }

        View = View with { Namesakes = await newCustomers.NamesakesAsync(this.Actor(), New.Name, cancellation) };
        Unjudged();
        return this.Refused(problem, nameof(New));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Enter in the search field of a browser without scripts sends the form: that is a search, not a log.
        if (!string.IsNullOrWhiteSpace(Search) && Search != Searched)
            return await OnPostFindAsync(cancellation);
        if (!ModelState.IsValid)
            return await RefusedAsync(null, cancellation);
        var command = Input.ToCommand(viewer);
        var logged = await touchpoints.LogAsync(this.Actor(), command, cancellation);
        if (logged.Refused(out var problem, out var done))
            return await RefusedAsync(problem, cancellation);
        var back = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : $"/customers/{done.CustomerId}";
        this.TellLeft(done);
        TempData["Flash"] = done.Already ? "Logged once: sending it again added nothing." : Input.Saved(viewer);
        if (command.Promise is { Direction: Domain.Promises.Direction.Ours } promised && !done.Already
            && Promises.LoadWords.After(await load.RunAsync(this.Actor(), cancellation), promised.DueDay, viewer) is { } warning)
        {
            TempData["Flash"] = $"{Input.Saved(viewer)} {warning}";
        }

        TempData["UndoUrl"] = Url.Page("Undo", new { id = done.TouchpointId, returnUrl = back });
        if (!IsSheet)
            return LocalRedirect(back);
        Response.Headers["HX-Redirect"] = back;
        return new NoContentResult();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._\[\]-]{0,79}$")]
    private static partial Regex FieldName();

    private PageResult Unjudged()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        return Page();
    }

    private async Task<IActionResult> RefusedAsync(Domain.Problem? problem, CancellationToken cancellation)
    {
        await LoadAsync(new(Input.RelationshipId, Search: Search), cancellation);
        return this.Refused(problem);
    }

    private async Task LoadAsync(LogAsked asked, CancellationToken cancellation, bool withCard = true)
    {
        asked = asked with { WithCard = withCard, TickedCard = Input.Steps.Count == 0 ? null : Input.Card ?? Guid.Empty };
        View = new(Input, await choices.RunAsync(this.Actor(), asked, cancellation), viewer, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null, Search: Search)
        {
            New = New,
            MayAdd = this.Actor().May(Thing.Customer, Act.Edit),
            Ids = IsSheet ? LogFormView.SheetIds : "",
        };
        // Who is not there yet is most often somebody new.
        if (string.IsNullOrWhiteSpace(New.Name) || New.Name == Searched)
        {
            New.Name = View.NothingFound ? Search : null;
            ModelState.Remove($"{nameof(New)}.{nameof(New.Name)}");
        }
    }
}
