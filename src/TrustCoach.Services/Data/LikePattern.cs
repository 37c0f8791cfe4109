namespace TrustCoach.Services.Data;

internal static class LikePattern
{
    /// <summary>What somebody typed as LIKE finds it letter by letter: its signs mean nothing, and what Postgres cannot hold is left out.</summary>
    public static string Escape(string typed) => typed
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("\0", "", StringComparison.Ordinal);
}
