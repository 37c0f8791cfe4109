using FluentAssertions;
using TrustCoach.Domain.Customers;
using Xunit;

namespace TrustCoach.Domain.Tests.Customers;

public sealed class FearTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void It_needs_words_and_a_day_that_has_been()
    {
        Refused(" ", Today).Should().Be(nameof(Fear.Text));
        Refused(new string('x', Fear.TextMaxLength + 1), Today).Should().Be(nameof(Fear.Text));
        Refused("That nobody picks up", Today.AddDays(1)).Should().Be(nameof(Fear.NotedOn));
        Refused("That nobody picks up", Today.AddYears(-21)).Should().Be(nameof(Fear.NotedOn));
        Noted(null).NotedOn.Should().Be(Today);
    }

    [Fact]
    public void Nothing_that_came_before_it_answers_it()
    {
        var fear = Noted(Today.AddDays(-5));
        fear.Answer(Guid.NewGuid(), null, Today.AddDays(-6), 1, Guid.NewGuid(), DateTimeOffset.UnixEpoch)!.Field.Should().Be("AnswerId");
        fear.Answer(Guid.NewGuid(), null, Today.AddDays(-5), 1, Guid.NewGuid(), DateTimeOffset.UnixEpoch).Should().BeNull();
        fear.PromiseId.Should().NotBeNull();
    }

    [Fact]
    public void The_second_of_two_who_change_it_is_told()
    {
        var fear = Noted(null);
        fear.Change("Other words", null, 1).Should().BeNull();
        fear.Withdraw(1, DateTimeOffset.UnixEpoch).Should().NotBeNull();
        fear.WithdrawnAt.Should().BeNull();
    }

    private static Fear Noted(DateOnly? on) => Fear.Note(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "That nobody picks up", null, on, Guid.NewGuid(), Today).Value;

    private static string? Refused(string text, DateOnly on) =>
        Fear.Note(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), text, null, on, Guid.NewGuid(), Today).Refused(out var problem, out _) ? problem.Field : null;
}
