using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Lessons;

/// <summary>The lessons as they are: a fault in a file fails here with its name and line.</summary>
public sealed class OwnLessonsTests
{
    private static readonly IReadOnlyList<Lesson> All = LessonShelf.Own.Lessons;

    [Fact]
    public void There_is_one_for_each_week_of_a_year_and_every_file_is_read()
    {
        var all = LessonShelf.Embedded().Select(f => LessonFile.Read(f.File, f.Content)).ToList();
        all.SelectMany(read => read.Faults).Should().BeEmpty();
        All.Select(l => l.Number).Should().Equal(Enumerable.Range(1, 52));
        All.Select(l => l.Slug).Should().OnlyHaveUniqueItems().And.NotContain("year", "that is another page").And.OnlyContain(slug => slug.Length <= LessonMark.SlugMaxLength);
        All.Select(l => l.Opening).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_idea_and_every_trait_has_lessons_and_looks_are_not_all_the_same()
    {
        Enum.GetValues<LessonIdea>().Should().OnlyContain(idea => All.Any(l => l.Idea == idea));
        Enum.GetValues<Trait>().Should().OnlyContain(trait => All.Count(l => l.Trait == trait) >= 2);
        Enum.GetValues<LessonLook>().Where(look => All.All(l => l.Look != look)).Should().BeEmpty("a look that no lesson uses is nobody's");
    }

    [Fact]
    public void No_sentence_of_two_lessons_is_the_same()
    {
        var sentences = All.SelectMany(l => l.Text.Split(['.', '?', '\n'], StringSplitOptions.TrimEntries).Where(s => s.Count(c => c == ' ') >= 4).Distinct()
            .Select(s => (l.Slug, Sentence: s.Trim('"', ' '))));
        sentences.GroupBy(s => s.Sentence).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(s => s.Slug))}").Should().BeEmpty();
    }

    [Fact]
    public void Whatever_keeps_breaking_has_lessons_that_answer_it() =>
        Enum.GetValues<Breach>().Should().OnlyContain(breach => All.Count(l => l.Answers.Contains(breach)) >= 2);

    [Fact]
    public void Each_look_says_what_it_counts_and_what_to_do_when_there_is_nothing()
    {
        foreach (var facts in Enum.GetValues<LessonLook>().Select(look => look.Facts()))
        {
            facts.Say(1).Should().StartWith("One ").And.NotEndWith(" ");
            facts.Say(12).Should().StartWith("12 ");
            facts.Nothing.Should().MatchRegex("[.?]$");
        }

        Enum.GetValues<LessonLook>().Select(look => look.Facts().Many).Should().OnlyHaveUniqueItems();
    }
}
