namespace TrustCoach.Domain.Confidences;

/// <summary>
/// Something a customer told in confidence, kept so that it is not passed on by accident. Its author alone ever reads it; it weighs
/// on nothing.
/// </summary>
/// <param name="What">What is not to be passed on.</param>
/// <param name="From">Who told it; null when that was not written.</param>
/// <param name="MayKnow">Who else may know of it; null means nobody.</param>
/// <param name="CustomerId">The customer it belongs to; null for none.</param>
/// <param name="ToldOn">The day it was told.</param>
/// <param name="Until">The day it stops being a secret, such as that of an announcement; null when nobody knows.</param>
public sealed record Secret(string What, string? From, string? MayKnow, Guid? CustomerId, DateOnly ToldOn, DateOnly? Until)
{
    public const int WhatMaxLength = 500;
    public const int NameMaxLength = 120;
    public const int MayKnowMaxLength = 200;

    /// <summary>So many one person can keep.</summary>
    public const int Most = 500;

    /// <summary>Years it may lie back, and ahead.</summary>
    public const int MostYears = 20;

    public bool IsOver(DateOnly today) => Until <= today;

    /// <param name="today">The author's own day.</param>
    public static Result<Secret> Of(string? what, string? from, string? mayKnow, Guid? customerId, DateOnly? toldOn, DateOnly? until, DateOnly today)
    {
        if (TypedText.Need(what, nameof(What), WhatMaxLength, "Write what is not to be passed on.").Refused(out var wrong, out var words))
            return wrong;
        var (teller, others, told) = (TypedText.Clean(from), TypedText.Clean(mayKnow), toldOn ?? today);
        if (teller?.Length > NameMaxLength)
            return new Problem(nameof(From), $"Keep it to {NameMaxLength} characters.");
        if (others?.Length > MayKnowMaxLength)
            return new Problem(nameof(MayKnow), $"Keep it to {MayKnowMaxLength} characters.");
        if (told > today)
            return new Problem(nameof(ToldOn), "It cannot have been told in the future. Correct the date, or leave it out.");
        if (told < today.AddYears(-MostYears))
            return new Problem(nameof(ToldOn), "This is more than twenty years ago. Check the year.");
        if (until < told)
            return new Problem(nameof(Until), "It cannot stop being a secret before it was told.");
        if (until > today.AddYears(MostYears))
            return new Problem(nameof(Until), "This is more than twenty years ahead. Check the year, or leave it out.");
        return new Secret(words, teller, others, customerId, told, until);
    }
}
