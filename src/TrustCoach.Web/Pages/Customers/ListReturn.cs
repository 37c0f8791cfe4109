namespace TrustCoach.Web.Pages.Customers;

/// <summary>Remembers where somebody was in the list of customers, so that the way back leads there and not to its start.</summary>
internal static class ListReturn
{
    private const string Cookie = "customers-list";
    private const int Longest = 800;

    /// <summary>Keeps the search, the filters and the page of this request.</summary>
    public static void Keep(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        context.Request.QueryString.Value is { Length: <= Longest } query ? query : "",
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/customers" });

    /// <summary>The list as it was left. What the cookie says is only ever a query of that one page.</summary>
    public static string Url(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 1 and <= Longest } query && query[0] == '?' ? "/customers" + query : "/customers";
}
