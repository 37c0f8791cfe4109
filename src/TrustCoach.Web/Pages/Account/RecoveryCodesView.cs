using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TrustCoach.Web.Pages.Account;

/// <summary>New recovery codes on the way to their owner: shown in the answer itself and kept nowhere.</summary>
/// <param name="Next">Where their owner goes on to.</param>
public sealed record RecoveryCodesView(string Title, IReadOnlyList<string> Codes, string Next);

public static class RecoveryCodesAnswer
{
    public static ViewResult Codes(this PageModel page, IReadOnlyList<string> codes, string title, string next)
    {
        page.Response.Headers.CacheControl = "no-store";
        return new()
        {
            ViewName = "/Pages/Account/RecoveryCodes.cshtml",
            ViewData = new ViewDataDictionary<RecoveryCodesView>(page.MetadataProvider, new ModelStateDictionary()) { Model = new(title, codes, next) },
            TempData = page.TempData,
        };
    }
}
