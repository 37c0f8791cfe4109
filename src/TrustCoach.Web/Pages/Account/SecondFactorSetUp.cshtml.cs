using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Infrastructure.Security;

namespace TrustCoach.Web.Pages.Account;

/// <summary>Sets up an authenticator app: its key, a code that proves it, and then the recovery codes, once.</summary>
[Needs(Thing.Profile, Act.Edit), OpenWithoutSecondFactor, EnableRateLimiting(RequestLimits.SignIn)]
public sealed class SecondFactorSetUpModel(SecondFactorService service, NewKeyNote note) : PageModel
{
    private const string Issuer = "TrustCoach";

    private static readonly Problem Late = new("", "This page was open for more than an hour, so its key is gone. Remove it from the app, and take the new one.");

    private byte[] _key = [];
    private string _address = "";

    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>Whether a form was sent that led here instead of being saved.</summary>
    [BindProperty(SupportsGet = true)] public bool Unsaved { get; set; }

    public bool Owes => this.Actor().OwesSecondFactor;

    /// <summary>The key as authenticator apps take it.</summary>
    public string Link => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(_address)}?secret={OneTimeCode.Text(_key)}&issuer={Issuer}";

    /// <summary>The key in groups of four, for typing.</summary>
    public string KeyText => string.Join(' ', OneTimeCode.Text(_key).Chunk(4).Select(part => new string(part)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await service.FindAsync(this.Actor(), cancellation) is not null)
            return RedirectToPage("SecondFactor");
        return await LoadAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var key = note.Read(this.Actor());
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (key is null || !ModelState.IsValid)
            return this.Refused(key is null ? Late : null);
        if ((await service.SetUpAsync(this.Actor(), key, Input.Code, cancellation)).Refused(out var problem, out var codes))
            return this.Refused(problem);
        note.TakeAway();
        return this.Codes(codes, "Your second factor is set up", SignInUrl.Safe(ReturnUrl));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await service.AddressAsync(this.Actor(), cancellation) is not { } address)
            return false;
        (_address, _key) = (address, note.ReadOrLeave(this.Actor()));
        return true;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Write the code the app shows."), StringLength(40, ErrorMessage = "A code has six digits.")]
        public string? Code { get; set; }
    }
}
