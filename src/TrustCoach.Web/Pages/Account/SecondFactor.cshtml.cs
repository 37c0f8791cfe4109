using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

[Needs(Thing.Profile, Act.Edit), EnableRateLimiting(RequestLimits.SignIn)]
public sealed class SecondFactorModel(SecondFactorService service) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public OwnSecondFactor? Own { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Own = await service.FindAsync(this.Actor(), cancellation);

    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancellation)
    {
        Own = await service.FindAsync(this.Actor(), cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        return (await service.RenewCodesAsync(this.Actor(), Input.Proof, cancellation)).Refused(out var problem, out var codes)
            ? this.Refused(problem)
            : this.Codes(codes, "Your new recovery codes", "/account/second-factor");
    }

    public async Task<IActionResult> OnPostTurnOffAsync(CancellationToken cancellation)
    {
        Own = await service.FindAsync(this.Actor(), cancellation);
        if (!ModelState.IsValid)
            return this.Refused();
        if (await service.TurnOffAsync(this.Actor(), Input.Proof, cancellation) is { } problem)
            return this.Refused(problem);
        TempData["Flash"] = "Your second factor is turned off.";
        return RedirectToPage("Profile");
    }

    /// <summary>The codes on the page as a file. They come back from the page, because the server has kept only their hashes.</summary>
    public async Task<IActionResult> OnPostDownloadAsync(string? codes, CancellationToken cancellation)
    {
        ModelState.Clear();
        var own = await service.OwnAsync(this.Actor(), (codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), cancellation);
        Response.Headers.CacheControl = "no-store";
        var text = $"TrustCoach recovery codes of {this.Actor().Name}\r\nEach works once, in place of a code from your app.\r\n\r\n{string.Join("\r\n", own)}\r\n";
        return own.Count == 0 ? NotFound() : File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", "trustcoach-recovery-codes.txt");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write your password or a code."), StringLength(128, ErrorMessage = "This is too long.")]
        public string Proof { get; set; } = "";
    }
}
