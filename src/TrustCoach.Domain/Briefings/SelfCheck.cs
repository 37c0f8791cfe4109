namespace TrustCoach.Domain.Briefings;

/// <summary>
/// What somebody asks themselves before a visit. It is for its author alone: kept sealed, shown to nobody else, known to no score,
/// no audit and no export.
/// </summary>
/// <param name="Tone">How I want to sound.</param>
/// <param name="Appearance">How I want to look and arrive.</param>
/// <param name="Demeanour">How I want to be in the room.</param>
public sealed record SelfCheck(string? Tone, string? Appearance, string? Demeanour)
{
    public const int AnswerMaxLength = 200;

    public bool IsEmpty => Tone is null && Appearance is null && Demeanour is null;

    /// <summary>Trimmed, or the first answer that is too long.</summary>
    public static Result<SelfCheck> Of(string? tone, string? appearance, string? demeanour)
    {
        var check = new SelfCheck(TypedText.Clean(tone), TypedText.Clean(appearance), TypedText.Clean(demeanour));
        foreach (var (field, answer) in new[] { (nameof(Tone), check.Tone), (nameof(Appearance), check.Appearance), (nameof(Demeanour), check.Demeanour) })
        {
            if (answer?.Length > AnswerMaxLength)
                return new Problem(field, $"Keep it to {AnswerMaxLength} characters.");
        }

        return check;
    }
}
