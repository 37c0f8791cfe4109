using FluentAssertions;
using TrustCoach.Domain.TrustLists;
using Xunit;

namespace TrustCoach.Domain.Tests.TrustLists;

public sealed class FoldedNameTests
{
    [Theory]
    [InlineData("Zoë", "ZOE"), InlineData("  Per   Olsen ", "per olsen"), InlineData("Łukasz", "lukasz"), InlineData("Strauß", "STRAUSS")]
    [InlineData("Jo\u0301zef", "Józef"), InlineData("Ａnna", "anna"), InlineData("An\u200bna", "Anna"), InlineData("Søren", "soren")]
    public void Case_accents_and_blanks_make_no_difference(string one, string other) => FoldedName.Of(one).Should().Be(FoldedName.Of(other));

    [Theory, InlineData("Ann", "Anne"), InlineData("👩‍🚀", "👨‍🚀"), InlineData("יוסי", "משה")]
    public void Letters_do(string one, string other) => FoldedName.Of(one).Should().NotBe(FoldedName.Of(other));

    [Theory, InlineData(null), InlineData(""), InlineData(" \t\r\n"), InlineData("\u200b\u200d\ufeff"), InlineData("\u202e\u2066"), InlineData("\0")]
    public void What_cannot_be_read_is_no_name(string? typed) => FoldedName.Clean(typed).Should().BeNull();

    [Theory]
    [InlineData("Ann\na", "Ann a"), InlineData("\u202eevil", "evil"), InlineData("👩‍🚀 Kim", "👩‍🚀 Kim"), InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void What_can_be_read_stays_as_typed_on_one_line(string typed, string kept) => FoldedName.Clean(typed).Should().Be(kept);

    [Fact]
    public void Half_a_character_is_no_reason_to_fail() => FoldedName.Of("x\ud800y").Should().NotBeEmpty();
}
