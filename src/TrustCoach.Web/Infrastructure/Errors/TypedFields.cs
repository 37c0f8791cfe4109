namespace TrustCoach.Web.Infrastructure.Errors;

/// <summary>What somebody typed into a form that failed, so that the error page can hand it back: nothing typed is lost.</summary>
public static class TypedFields
{
    private const int MostFields = 30;
    private static readonly string[] Secret = ["password", "current", "proof", "token", "code", "secret", "key"];

    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return [];
        try
        {
            var form = await request.ReadFormAsync();
            return [.. form
                .Where(field => IsTyped(field.Key, field.Value.ToString()))
                .Take(MostFields)
                .Select(field => KeyValuePair.Create(field.Key.Split('.')[^1], field.Value.ToString()))];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or BadHttpRequestException or OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>True when a sent form holds words that are nowhere else: the browser did not say that it keeps them.</summary>
    public static async Task<bool> IsOnlyHereAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && (await ReadAsync(request)).Count > 0
        && !request.Form.ContainsKey("__draft");

    private static bool IsTyped(string name, string value) =>
        value.Length > 0
        && !name.StartsWith("__", StringComparison.Ordinal)
        && !Array.Exists(Secret, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !Guid.TryParse(value, out _);
}
