namespace TrustCoach.Domain.Lessons;

/// <summary>The ideas that TrustCoach stands on; each has a lesson, most have several.</summary>
public enum LessonIdea
{
    CredibilityFirst,
    Expectations,
    BenefitOfTheDoubt,
    Courtesy,
    Method,
    ThreeKinds,
    Traits,
    Breakers,
    SelfCheck,
    Mutual,
    Reciprocity,
    Principles,
    TwoLists,
    Reputation,
    Endings,
    Risk,
    Evidence,
}

/// <summary>The ideas in words.</summary>
public static class LessonIdeas
{
    /// <summary>As the reader sees it above a lesson.</summary>
    public static string Words(this LessonIdea idea) => idea switch
    {
        LessonIdea.CredibilityFirst => "Aim at credibility, not at trust",
        LessonIdea.Expectations => "Trust grows from expectations met",
        LessonIdea.BenefitOfTheDoubt => "A newcomer is given the benefit of the doubt",
        LessonIdea.Courtesy => "Common courtesy is not trust",
        LessonIdea.Method => "A method for first conversations",
        LessonIdea.ThreeKinds => "Integrity, ability, character",
        LessonIdea.Traits => "Five traits that make people trust",
        LessonIdea.Breakers => "Trust is broken by small things",
        LessonIdea.SelfCheck => "Tone, appearance, demeanour",
        LessonIdea.Mutual => "Trust is mutual",
        LessonIdea.Reciprocity => "Altruist, cheater, reciprocator",
        LessonIdea.Principles => "Word and deed, in good days and bad",
        LessonIdea.TwoLists => "Whom I trust, and who trusts me",
        LessonIdea.Reputation => "A broken trust is heard of",
        LessonIdea.Endings => "When trust ends, it ends abruptly",
        LessonIdea.Risk => "Trust lowers the risk they see",
        _ => "Trust, but lock your car",
    };
}
