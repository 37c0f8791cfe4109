using FluentAssertions;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Ripples;

public sealed class RippleTests
{
    private static readonly EvidenceKind[] Breaches = [.. Enum.GetValues<EvidenceKind>().Where(BreachToRepair.IsBreach)];

    [Fact]
    public void Whoever_gave_their_name_hears_it_from_us_and_nothing_of_the_other() =>
        Ripple.CareFor(LinkRole.ReferredThem, EvidenceKind.Lie).Should().Be(
            "They gave their name for you: tell them yourself, before they hear it. Your own part in one sentence, nothing of the other’s affairs. Give them only words they can check.");

    /// <summary>Whatever happened, and however they are linked: what is the first customer's to tell is kept, and nobody is blamed.</summary>
    [Fact]
    public void Every_note_keeps_the_others_confidence()
    {
        foreach (var role in Enum.GetValues<LinkRole>())
        {
            foreach (var breach in Breaches)
            {
                Ripple.CareFor(role, breach).Should().MatchRegex("stop there|nothing of the other|is the other’s to tell").And.NotMatchRegex("(?i)blame|fault|deny|excuse");
            }
        }
    }

    [Fact]
    public void Word_goes_round_of_every_breach_but_lateness() =>
        Breaches.Where(kind => !Ripple.GoesRound(kind)).Should().BeEquivalentTo([EvidenceKind.Late, EvidenceKind.PromiseLate]);

    [Fact]
    public void Of_several_the_gravest_is_told_first()
    {
        Ripple.Gravest([EvidenceKind.Met, EvidenceKind.Late, EvidenceKind.Missed, EvidenceKind.Gossip, EvidenceKind.Lie]).Should().Be(EvidenceKind.Lie);
        Ripple.Gravest([EvidenceKind.Late, EvidenceKind.Missed]).Should().Be(EvidenceKind.Missed);
        Ripple.Gravest([EvidenceKind.Met, EvidenceKind.Apology]).Should().BeNull();
    }
}
