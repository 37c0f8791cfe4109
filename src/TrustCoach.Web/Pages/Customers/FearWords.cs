using TrustCoach.Services.Customers;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Fears in words.</summary>
public static class FearWords
{
    /// <summary>"Promise kept" or "Touchpoint".</summary>
    public static string By(FearAnswer answer) => answer.PromiseId is null ? "Touchpoint" : "Promise kept";

    public static string UrlOf(FearAnswer answer) => answer.PromiseId is { } promise ? $"/promises/{promise}" : $"/touchpoints/{answer.TouchpointId}";
}
