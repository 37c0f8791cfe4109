using FluentAssertions;
using TrustCoach.Domain.Opportunities;
using Xunit;

namespace TrustCoach.Domain.Tests.Opportunities;

public sealed class OpportunityTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly OpportunityDetails Talks = new("Six order pickers", 71_250.5m, OpportunityStage.OpenTalks, Today.AddDays(-40));

    private static readonly OpportunityDetails Lost = Talks with
    {
        Stage = OpportunityStage.Lost,
        OfferedOn = Today.AddDays(-30),
        ClosedOn = Today.AddDays(-2),
        DecidedBy = DecidedBy.Trust,
        CauseId = Guid.NewGuid(),
    };

    [Fact]
    public void Its_days_and_its_stage_tell_one_story()
    {
        Refused(Talks with { Stage = null }).Should().Be(nameof(Opportunity.Stage));
        Refused(Talks with { Stage = (OpportunityStage)9 }).Should().Be(nameof(Opportunity.Stage));
        Refused(Talks with { OfferedOn = Today }).Should().Be(nameof(Opportunity.Stage));
        Refused(Talks with { Stage = OpportunityStage.OfferMade }).Should().Be(nameof(Opportunity.OfferedOn));
        Refused(Talks with { ClosedOn = Today }).Should().Be(nameof(Opportunity.Stage));
        Refused(Lost with { OfferedOn = Today.AddDays(-50) }).Should().Be(nameof(Opportunity.OfferedOn));
        Refused(Lost with { ClosedOn = null }).Should().Be(nameof(Opportunity.ClosedOn));
        Refused(Lost with { ClosedOn = Today.AddDays(-35) }).Should().Be(nameof(Opportunity.ClosedOn));
        Refused(Lost with { ClosedOn = Today.AddDays(1) }).Should().Be(nameof(Opportunity.ClosedOn));
        Refused(Lost with { DecidedBy = null }).Should().Be(nameof(Opportunity.DecidedBy));
        Refused(Talks with { OpenedOn = Today.AddDays(1) }).Should().Be(nameof(Opportunity.OpenedOn));
        Refused(Talks with { OpenedOn = DateOnly.MinValue }).Should().Be(nameof(Opportunity.OpenedOn));
        Refused(Lost).Should().BeNull();
    }

    [Theory]
    [InlineData("-0.01", false), InlineData("0.001", false), InlineData("10000000000", false), InlineData("9999999999.99", true), InlineData("0", true)]
    public void A_value_is_exact_and_can_be_kept(string value, bool taken) =>
        (Refused(Talks with { Value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }) is null).Should().Be(taken);

    [Fact]
    public void A_name_is_needed_and_words_have_a_limit()
    {
        Refused(Talks with { Name = " \0" }).Should().Be(nameof(Opportunity.Name));
        Refused(Talks with { Name = new string('x', Opportunity.NameMaxLength + 1) }).Should().Be(nameof(Opportunity.Name));
        Refused(Talks with { Words = new string('x', Opportunity.WordsMaxLength + 1) }).Should().Be(nameof(Opportunity.Words));
    }

    [Fact]
    public void A_cause_is_kept_only_where_trust_was_lost()
    {
        Open(Lost).CauseId.Should().Be(Lost.CauseId);
        Open(Lost with { DecidedBy = DecidedBy.Price }).CauseId.Should().BeNull();
        Open(Lost with { Stage = OpportunityStage.Won }).CauseId.Should().BeNull();
    }

    [Fact]
    public void Another_day_of_the_offer_is_read_anew_and_the_relationship_it_was_made_in_stays()
    {
        var (opportunity, next) = (Open(Lost), Guid.NewGuid());
        opportunity.ReadOffer(Readings.Of(62, 9), true);
        opportunity.PassOn(next, Guid.NewGuid());
        opportunity.Change(Lost with { OfferedOn = Today.AddDays(-20) }, opportunity.Version, Today).Should().BeNull();
        opportunity.OfferCredibility.Should().BeNull();
        opportunity.OfferSettled.Should().BeFalse();
        opportunity.OfferRelationshipId.Should().NotBe(next).And.NotBeNull();
    }

    [Fact]
    public void What_was_too_early_to_say_has_no_number()
    {
        var opportunity = Open(Lost);
        opportunity.ReadOffer(Readings.Of(62, 9) with { TooEarly = true }, true);
        opportunity.OfferCredibility.Should().BeNull();
    }

    [Fact]
    public void A_change_based_on_an_older_one_is_refused_and_changes_nothing()
    {
        var opportunity = Open(Talks);
        opportunity.Change(Talks with { Name = "Other" }, 0, Today).Should().NotBeNull();
        opportunity.Name.Should().Be(Talks.Name);
    }

    private static Opportunity Open(OpportunityDetails details) => Opportunity.Open(
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), details, Today).Value;

    private static string? Refused(OpportunityDetails details) => Opportunity.Open(
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), details, Today).Refused(out var problem, out _) ? problem.Field : null;
}
