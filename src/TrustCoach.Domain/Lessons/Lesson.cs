using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Lessons;

/// <summary>One lesson: one idea, a poor and a good example, one exercise; five minutes. Its parts are Markdown.</summary>
/// <param name="Number">Its place in the order for all, from 1.</param>
/// <param name="Slug">Its name in an address.</param>
/// <param name="Trait">The trait it trains; null when it trains no single one.</param>
/// <param name="Look">The part of one's own log that the exercise looks at.</param>
/// <param name="Answers">What keeps breaking, where this lesson helps.</param>
/// <param name="Source">Where the finding was published, when one is cited.</param>
/// <param name="PoorFirst">The poor example stands before the good one.</param>
/// <param name="Words">Counted over all parts.</param>
public sealed record Lesson(
    int Number, string Slug, string Title, LessonIdea Idea, Trait? Trait, LessonLook Look, IReadOnlyList<Breach> Answers, string? Source,
    string Opening, string Poor, string Good, string Exercise, bool PoorFirst, int Words)
{
    /// <summary>All that is read, in order, without headings.</summary>
    public string Text => string.Join("\n\n", PoorFirst ? [Opening, Poor, Good, Exercise] : new[] { Opening, Good, Poor, Exercise });
}
