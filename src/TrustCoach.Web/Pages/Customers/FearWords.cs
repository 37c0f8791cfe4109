using TrustCoach.Services.Customers;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Fears in words.</summary>
public static class FearWords
{
    /// <summary>"Promise kept" or "Touchpoint".</summary>
    public static string By(FearAnswer answer) => answer.PromiseId is null ? "Touchpoint" : "Promise kept";

    /// <summary>What was promised or noted, or what it was where nothing was written.</summary>
    public static string Of(FearAnswer answer) => answer.Words.Length == 0 ? By(answer) : CustomerWords.Short(answer.Words, 160);

    public static string UrlOf(FearAnswer answer) => answer.PromiseId is { } promise ? $"/promises/{promise}" : $"/touchpoints/{answer.TouchpointId}";
}
