using FluentAssertions;
using TrustCoach.Domain.Confidences;
using Xunit;

namespace TrustCoach.Domain.Tests.Confidences;

public sealed class SecretTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void It_needs_words_that_fit_and_days_that_make_sense()
    {
        Refused(what: " \0 ").Should().Be(nameof(Secret.What));
        Refused(what: new string('x', 501)).Should().Be(nameof(Secret.What));
        Refused(from: new string('x', 121)).Should().Be(nameof(Secret.From));
        Refused(mayKnow: new string('x', 201)).Should().Be(nameof(Secret.MayKnow));
        Refused(told: Today.AddDays(1)).Should().Be(nameof(Secret.ToldOn));
        Refused(told: Today.AddYears(-21)).Should().Be(nameof(Secret.ToldOn));
        Refused(until: Today.AddDays(-1)).Should().Be(nameof(Secret.Until));
        Refused(until: Today.AddYears(21)).Should().Be(nameof(Secret.Until));
    }

    [Fact]
    public void What_is_left_out_is_today_nobody_and_without_end()
    {
        var secret = Secret.Of(" They merge in spring\0 ", " ", null, null, null, null, Today).Value;
        secret.Should().Be(new Secret("They merge in spring", null, null, null, Today, null));
        secret.IsOver(Today).Should().BeFalse();
        (secret with { Until = Today }).IsOver(Today).Should().BeTrue();
        (secret with { Until = Today.AddDays(1) }).IsOver(Today).Should().BeFalse();
    }

    private static string? Refused(string? what = "They merge", string? from = null, string? mayKnow = null, DateOnly? told = null, DateOnly? until = null) =>
        Secret.Of(what, from, mayKnow, null, told, until, Today).Refused(out var problem, out _) ? problem.Field : null;
}
