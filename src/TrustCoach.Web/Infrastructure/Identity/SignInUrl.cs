using Microsoft.AspNetCore.WebUtilities;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>The way to the sign-in page and back.</summary>
public static class SignInUrl
{
    public const string Path = "/account/sign-in";

    /// <summary>Back to the page that was asked for; a form that was sent says besides that it was not saved.</summary>
    public static string For(HttpRequest request) => request.PathBase + Path + WayBack(request);

    /// <summary>What a page that comes between needs to lead on afterwards.</summary>
    public static QueryString WayBack(HttpRequest request)
    {
        var back = request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : WithoutHandler(request));
        var query = QueryString.Create("returnUrl", back);
        return HttpMethods.IsPost(request.Method) ? query.Add("unsaved", "true") : query;
    }

    /// <summary>Back to the page whose part was asked for.</summary>
    public static string ForPage(HttpRequest request) =>
        request.PathBase + Path + QueryString.Create("returnUrl", Safe(Shown(request)));

    /// <summary>The page of this app that a request was made from, without its handler; null when that is not known.</summary>
    public static string? Shown(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) || page.Authority != request.Host.Value)
            return null;
        var query = QueryHelpers.ParseQuery(page.Query);
        query.Remove("handler");
        return page.AbsolutePath + QueryString.Create(query);
    }

    /// <summary>A page of this app, or the first page: a link from outside cannot send people elsewhere after signing in.</summary>
    public static string Safe(string? returnUrl) => IsLocal(returnUrl) ? returnUrl! : "/";

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && url.Length <= 2000 && !url.Any(char.IsControl)
        && Uri.IsWellFormedUriString(url, UriKind.Relative)
        && !url.StartsWith(Path, StringComparison.OrdinalIgnoreCase);

    private static QueryString WithoutHandler(HttpRequest request) =>
        QueryString.Create(request.Query.Where(pair => !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
}
