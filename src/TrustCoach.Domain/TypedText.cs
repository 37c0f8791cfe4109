namespace TrustCoach.Domain;

/// <summary>What somebody typed, made fit to be kept.</summary>
public static class TypedText
{
    /// <summary>Without blanks around it; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        // Postgres keeps every character but the zero.
        text = text?.Replace("\0", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Words that have to be there.</summary>
    /// <param name="field">The name under which the form asks for them.</param>
    /// <param name="missing">What is said when there are none.</param>
    public static Result<string> Need(string? text, string field, int most, string missing)
    {
        if (Clean(text) is not { } words)
            return new Problem(field, missing);
        return words.Length > most ? new Problem(field, $"Keep it to {most} characters.") : words;
    }
}
