using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Tells that a ticked step has left the team's card while the form was open, or while the log waited on a device.</summary>
public static class StepsLeft
{
    /// <summary>Of several logs that a device sends one after the other, what each has to say is kept until a page shows it.</summary>
    public const string Notice = "StepsLeft";

    public static void TellLeft(this PageModel page, TouchpointDone done)
    {
        if (done.LeftTheCard is not { } names)
            return;
        var words = $"No longer on the team’s card: {names}. What you ticked is kept with this touchpoint.";
        page.TempData[Notice] = page.TempData.Peek(Notice) is string before && before != words ? $"{before} {words}" : words;
    }
}
