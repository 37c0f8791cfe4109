using FluentAssertions;
using TrustCoach.Domain.Lessons;
using Xunit;

namespace TrustCoach.Domain.Tests.Lessons;

public sealed class ReadingEaseTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("the", 1)]
    [InlineData("time", 1)]
    [InlineData("named", 1)]
    [InlineData("likes", 1)]
    [InlineData("don't", 1)]
    [InlineData("promise", 2)]
    [InlineData("table", 2)]
    [InlineData("wanted", 2)]
    [InlineData("houses", 2)]
    [InlineData("customer", 3)]
    [InlineData("morning", 2)]
    [InlineData("reciprocity", 5)]
    [InlineData("accountability", 6)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) => ReadingEase.Syllables(word).Should().Be(syllables);

    [Fact]
    public void Sentences_end_at_their_marks_and_at_the_end_of_a_line()
    {
        ReadingEase.Sentences("He came. She went? \"Why?\" he said. 3.5 parts").Should().Be(5);
        ReadingEase.Sentences("A heading\n\nA line").Should().Be(2);
        ReadingEase.Words("A **bold** [link to it](/promises/closed), it's half-way.").Should().Equal("A", "bold", "link", "to", "it", "it's", "half-way");
    }

    [Fact]
    public void Known_texts_get_about_the_ease_they_are_known_for()
    {
        // Six words, six syllables: 206.835 - 6.09 - 84.6.
        ReadingEase.Of("The cat sat on the mat.").Should().BeApproximately(116.1, 0.1);
        // Thirteen words, 25 syllables by hand: 31.
        ReadingEase.Of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.").Should().BeInRange(20, 45);
        ReadingEase.Of("").Should().Be(0);
    }
}
