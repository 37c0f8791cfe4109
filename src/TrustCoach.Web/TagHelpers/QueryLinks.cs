using Microsoft.AspNetCore.Http.Extensions;

namespace TrustCoach.Web.TagHelpers;

internal static class QueryLinks
{
    /// <summary>This page's address with one query parameter changed and the others kept.</summary>
    public static string With(this HttpRequest request, string name, string value, string? without = null)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => !Is(pair.Key, name) && (without is null || !Is(pair.Key, without)))
            .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text ?? "")))
        {
            { name, value },
        };
        return $"{request.PathBase}{request.Path}{query}";
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
