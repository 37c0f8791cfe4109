using FluentAssertions;
using TrustCoach.Domain.People;
using Xunit;

namespace TrustCoach.Domain.Tests.People;

public sealed class PeopleTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_right_nobody_granted_is_nobodys() =>
        Visibility.Allows(Roles.Admin, Thing.Touchpoint, Act.See).Should().BeFalse();

    [Fact]
    public void Several_roles_reach_as_far_as_the_farthest() =>
        Visibility.Of(Roles.Rep | Roles.Manager, Thing.Touchpoint, Act.See).Should().Be(Reach.Managed);

    [Fact]
    public void Nobody_has_no_rights() =>
        Visibility.Grants.Should().OnlyContain(g => !Visibility.Allows(Roles.None, g.Thing, g.Act));

    [Fact]
    public void Each_line_of_the_table_stands_once() =>
        Visibility.Grants.Should().OnlyHaveUniqueItems(g => $"{g.Role} {g.Thing} {g.Act}");

    [Theory]
    [InlineData("", "Europe/Berlin", "en-GB", "Name")]
    [InlineData("Dana", "Mars/Olympus", "en-GB", "TimeZone")]
    [InlineData("Dana", "Europe/Berlin", "xx-XX", "Culture")]
    [InlineData("Dana", "Europe/Berlin", "en", "Culture")]
    public void A_person_needs_a_name_a_zone_and_a_format(string name, string zone, string culture, string field)
    {
        Person.Join(Guid.NewGuid(), Guid.NewGuid(), name, Roles.Rep, null, zone, culture, Now).Refused(out var problem, out _);
        problem!.Field.Should().Be(field);
    }

    [Fact]
    public void A_person_needs_a_role()
    {
        Person.Join(Guid.NewGuid(), Guid.NewGuid(), "Dana", Roles.None, null, "Europe/Berlin", "en-GB", Now).Refused(out var problem, out _);
        problem!.Field.Should().Be("Roles");
    }

    [Fact]
    public void A_team_goes_to_managers_only()
    {
        var team = Team.Form(Guid.NewGuid(), Guid.NewGuid(), " North ").Value;
        var rep = Person.Join(Guid.NewGuid(), Guid.NewGuid(), "Dana", Roles.Rep, null, "Europe/Berlin", "en-GB", Now).Value;

        team.Name.Should().Be("North");
        team.GiveTo(rep)!.Message.Should().StartWith("Dana is not a manager yet.");
        team.ManagerId.Should().BeNull();
    }

    [Fact]
    public void An_invitation_is_open_for_two_weeks_until_it_is_answered_or_taken_back()
    {
        Invite().IsOpen(Now.AddDays(14).AddSeconds(-1)).Should().BeTrue();
        Invite().IsOpen(Now.AddDays(14)).Should().BeFalse();
        var accepted = Invite();
        accepted.Accept(Now);
        accepted.IsOpen(Now).Should().BeFalse();
        var revoked = Invite();
        revoked.Revoke(Now);
        revoked.IsOpen(Now).Should().BeFalse();
    }

    private static Invitation Invite() =>
        Invitation.Send(Guid.NewGuid(), Guid.NewGuid(), "dana@example.com", "Dana", Roles.Rep, null, [1], Guid.NewGuid(), Now).Value;

    [Fact]
    public void A_team_is_part_of_another_but_never_of_itself_or_of_what_is_part_of_it()
    {
        Team Form(string name) => Team.Form(Guid.NewGuid(), Guid.NewGuid(), name).Value;
        var (region, city, street) = (Form("Region"), Form("City"), Form("Street"));
        street.PutInto(city).Should().BeNull();
        city.PutInto(region, levels: 2).Should().BeNull();
        street.Follow(city);

        street.Path.Should().Equal(street.Id, city.Id, region.Id);
        region.PutInto(street)!.Message.Should().Contain("Street is part of Region already");
        region.PutInto(region)!.Message.Should().Contain("cannot be part of itself");
        city.PutInto(null).Should().BeNull();
        city.Path.Should().Equal(city.Id);
        city.PutInto(region, levels: Team.MostLevels)!.Message.Should().Contain("at most 6 deep");
    }
}
