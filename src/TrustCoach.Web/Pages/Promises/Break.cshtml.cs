using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Gives a promise up, with the chance to own up to it.</summary>
[Needs(Thing.Promise, Act.Edit)]
public sealed class BreakModel(PromiseQuery query, PromiseService promises) : PromisePage(query)
{
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(true, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await FindAsync(true, cancellation) ? this.Refused() : NotFound();
        return await AnswerAsync(await promises.BreakAsync(this.Actor(), new(Id, Input.OwnedUp, Input.Reason), cancellation), cancellation);
    }

    public sealed class Form
    {
        public bool OwnedUp { get; set; }

        [StringLength(Promise.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }
    }
}
