using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using Xunit;

namespace TrustCoach.Domain.Tests.Lessons;

public sealed class LessonFileTests
{
    private static readonly string[] Facts = ["title: Own up first", "idea: traits", "trait: accountability", "look: not-owned-up", "answers: late, promise-not-kept"];

    private static readonly string Sentences = string.Concat(Enumerable.Repeat("We said so on the day, and then we did it. ", 6)).Trim();

    [Fact]
    public void A_file_in_order_is_a_lesson()
    {
        var (lesson, faults) = LessonFile.Read("07-own-up-first.md", File());
        faults.Should().BeEmpty();
        (lesson!.Number, lesson.Slug, lesson.Title).Should().Be((7, "own-up-first", "Own up first"));
        lesson.Answers.Should().Equal(Breach.Late, Breach.PromiseNotKept);
        lesson.PoorFirst.Should().BeTrue();
        LessonFile.Read("07-own-up-first.md", File(good: "## Poor", poor: "## Good")).Lesson!.PoorFirst.Should().BeFalse();
        LessonFile.Read("07-own-up-first.md", File().Replace("\n", "\r\n", StringComparison.Ordinal)).Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("look: not-owned-up", "look: the-moon", 5, "There is no look 'the-moon'")]
    [InlineData("idea: traits", "idea: Traits", 3, "There is no idea 'Traits'")]
    [InlineData("trait: accountability", "mood: good", 4, "There is no fact 'mood'")]
    [InlineData("trait: accountability", "trait:", 4, "The trait is empty")]
    [InlineData("trait: accountability", "trait accountability", 4, "There is no fact 'trait accountability'")]
    [InlineData("trait: accountability", "title: Twice", 4, "The title is said twice")]
    [InlineData("late, promise-not-kept", "late, laziness", 6, "There is no breach 'laziness'")]
    [InlineData("## Good", "## Better", 15, "is no heading of a lesson")]
    [InlineData("## Good", "### Good", 15, "is no heading of a lesson")]
    [InlineData("## Good\n\n", "## Good\n\n## Good\n\n", 15, "Nothing stands under 'Good'")]
    [InlineData("## Your week", "## Poor", 19, "stands there twice")]
    [InlineData("We said so on the day", "We said <b>so</b> on the day", 9, "No HTML")]
    [InlineData("We said so on the day", "Hooray! We said so", 9, "No exclamation marks")]
    [InlineData("We said so on the day", "We said [so](https://example.com) on the day", 9, "leads out of the app")]
    public void What_is_wrong_is_said_with_its_file_and_line(string written, string instead, int line, string message)
    {
        var content = File();
        var at = content.IndexOf(written, StringComparison.Ordinal);
        var (lesson, faults) = LessonFile.Read("07-own-up-first.md", content[..at] + instead + content[(at + written.Length)..]);
        lesson.Should().BeNull();
        faults.Should().Contain(f => f.Line == line && f.Message.Contains(message), string.Join('\n', faults));
        faults[0].ToString().Should().StartWith("lessons/07-own-up-first.md, line ");
    }

    [Theory]
    [InlineData("own-up-first.md", "Name the file by its number")]
    [InlineData("07-Own Up.md", "Name the file by its number")]
    public void A_file_is_named_by_number_and_words(string file, string message) =>
        LessonFile.Read(file, File()).Faults.Should().ContainSingle().Which.Message.Should().StartWith(message);

    [Theory, InlineData(""), InlineData("---"), InlineData("title: None\n---\n"), InlineData("---\ntitle: Open")]
    public void Without_its_facts_it_is_no_lesson(string content) =>
        LessonFile.Read("07-x.md", content).Faults.Should().ContainSingle().Which.Message.Should().Contain("between two lines of three dashes");

    [Fact]
    public void Too_short_too_long_and_too_hard_are_told()
    {
        LessonFile.Read("07-x.md", File(text: "It was short.")).Faults.Should().ContainSingle().Which.Message.Should().Contain("words; a lesson has 230 to 430");
        LessonFile.Read("07-x.md", File(times: 3)).Faults.Should().ContainSingle().Which.Message.Should().Contain("words; a lesson has");
        LessonFile.Read("07-x.md", File(text: string.Concat(Enumerable.Repeat("Organizational accountability necessitates communication regarding responsibilities immediately ", 9))))
            .Faults.Should().ContainSingle().Which.Message.Should().StartWith("It reads hard");
    }

    [Fact]
    public void A_shelf_has_its_lessons_once_and_in_order()
    {
        LessonShelf.Of([("02-b.md", File(title: "B")), ("01-a.md", File(title: "A"))]).Lessons.Select(l => l.Slug).Should().Equal("a", "b");
        Fault(("01-a.md", File()), ("03-b.md", File(title: "B"))).Should().Contain("lessons/03-b.md, line 1: The lesson before it is number 1");
        Fault(("01-a.md", File()), ("02-b.md", File())).Should().Contain("Another lesson has this name or title");
        Fault().Should().Contain("There are none");
    }

    private static string Fault(params (string, string)[] files)
    {
        var read = () => LessonShelf.Of(files);
        return read.Should().Throw<LessonFaultsException>().Which.Message;
    }

    private static string File(
        string poor = "## Poor", string good = "## Good", string week = "## Your week", string title = "Own up first", int times = 1, string? text = null)
    {
        var part = text ?? string.Join(' ', Enumerable.Repeat(Sentences, times));
        return $"---\n{string.Join('\n', Facts).Replace("Own up first", title, StringComparison.Ordinal)}\n---\n\n{part}\n\n{poor}\n\n{(text is null ? Sentences : text)}\n\n{good}\n\n{part}\n\n{week}\n\n{part}\n";
    }
}
