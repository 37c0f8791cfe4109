using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Moves a promise's date, with or without the other side's agreement.</summary>
[Needs(Thing.Promise, Act.Edit)]
public sealed class RenegotiateModel(PromiseQuery query, PromiseService promises) : PromisePage(query)
{
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(true, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await FindAsync(true, cancellation) ? this.Refused() : NotFound();
        var command = new RenegotiatePromise(Id, Input.DueDay?.Meant?.Day, Input.DueDay?.Meant?.Hour, Input.Agreed == true, Input.Reason);
        return await AnswerAsync(await promises.RenegotiateAsync(this.Actor(), command, cancellation), cancellation, "New date");
    }

    public sealed class Form
    {
        [AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

        [Required(ErrorMessage = "Say whether they agreed.")]
        public bool? Agreed { get; set; }

        [StringLength(Promise.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }
    }
}
