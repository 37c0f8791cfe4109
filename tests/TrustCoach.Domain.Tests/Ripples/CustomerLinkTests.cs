using FluentAssertions;
using TrustCoach.Domain.Ripples;
using Xunit;

namespace TrustCoach.Domain.Tests.Ripples;

public sealed class CustomerLinkTests
{
    private static readonly LinkEnd Low = new(new Guid("00000000-0000-0000-0000-000000000001"), new Guid("00000000-0000-0000-0000-0000000000a1"));
    private static readonly LinkEnd High = new(new Guid("ffffffff-0000-0000-0000-000000000002"));

    [Theory]
    [InlineData(LinkKind.FormerColleague, true), InlineData(LinkKind.SameGroup, true), InlineData(LinkKind.Referral, false)]
    public void Only_a_referral_has_a_direction(LinkKind kind, bool same) =>
        Made(kind, Low, High).Repeats(Made(kind, High, Low)).Should().Be(same);

    [Fact]
    public void Another_person_makes_another_link()
    {
        var other = Low with { ContactId = Guid.NewGuid() };
        Made(LinkKind.Referral, Low, High).Repeats(Made(LinkKind.Referral, other, High)).Should().BeFalse();
        Made(LinkKind.SameGroup, Low, High).Repeats(Made(LinkKind.SameGroup, other, High)).Should().BeTrue("companies belong to a group, not people");
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Refused(LinkKind.Referral, Low, Low with { ContactId = null }, null).Should().Be("");
        Refused(LinkKind.FormerColleague, Low with { ContactId = null }, High, null).Should().Be(nameof(CustomerLink.Kind));
        Refused((LinkKind)9, Low, High, null).Should().Be(nameof(CustomerLink.Kind));
        Refused(LinkKind.Referral, Low, High, new string('x', CustomerLink.NoteMaxLength + 1)).Should().Be(nameof(CustomerLink.Note));
        Made(LinkKind.Referral, Low, High, " \0 ").Note.Should().BeNull();
    }

    [Fact]
    public void The_second_of_two_who_change_it_is_told_and_what_was_removed_comes_back()
    {
        var link = Made(LinkKind.Referral, Low, High);
        link.Change("From the port", 1).Should().BeNull();
        link.Remove(1, DateTimeOffset.UnixEpoch).Should().NotBeNull();
        link.Remove(2, DateTimeOffset.UnixEpoch).Should().BeNull();
        link.Change("Other words", 3).Should().NotBeNull("it is gone");
        link.PutBack();
        link.PutBack();
        (link.RemovedAt, link.Version, link.Note).Should().Be((null, 4, "From the port"));
    }

    private static CustomerLink Made(LinkKind kind, LinkEnd one, LinkEnd other, string? note = null) =>
        CustomerLink.Between(Guid.NewGuid(), Guid.NewGuid(), kind, one, other, note, Guid.NewGuid(), DateTimeOffset.UnixEpoch).Value;

    private static string? Refused(LinkKind kind, LinkEnd one, LinkEnd other, string? note) =>
        CustomerLink.Between(Guid.NewGuid(), Guid.NewGuid(), kind, one, other, note, Guid.NewGuid(), DateTimeOffset.UnixEpoch).Refused(out var problem, out _) ? problem.Field : null;
}
