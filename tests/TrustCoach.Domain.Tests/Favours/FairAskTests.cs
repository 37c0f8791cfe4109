using FluentAssertions;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Favours;

public sealed class FairAskTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(0, 0, 0, 0, Exchange.TooEarly, WhoseTurn.TooEarly, null)]
    [InlineData(1, 0, 0, 1, Exchange.TooEarly, WhoseTurn.TooEarly, null)]
    [InlineData(5, 0, 0, 2, Exchange.TooEarly, WhoseTurn.AskSmall, Commitment.Time)]
    [InlineData(9, 1, 1, 2, Exchange.Altruist, WhoseTurn.AskSmall, Commitment.Time)]
    [InlineData(8, 1, 1, 2, Exchange.Altruist, WhoseTurn.AskNext, Commitment.Data)]
    [InlineData(5, 0, 0, 1, Exchange.Altruist, WhoseTurn.AskNext, Commitment.Data)]
    [InlineData(5, 0, 5, 0, Exchange.Reciprocator, WhoseTurn.Even, Commitment.Data)]
    [InlineData(5, 0, 5, 0, Exchange.Cheater, WhoseTurn.GiveFirst, null)]
    [InlineData(3, 1, 4, 0, Exchange.Reciprocator, WhoseTurn.GiveFirst, null)]
    [InlineData(4, 1, 5, 0, Exchange.Reciprocator, WhoseTurn.Even, Commitment.Data)]
    public void Whose_turn_it_is_follows_from_the_counts(int kept, int broken, int theyKept, int theyBroke, Exchange balance, WhoseTurn turn, Commitment? rung)
    {
        var year = YearOfFavours.Of(
            [
                .. Promises(true, PromiseState.Kept, kept), .. Promises(true, PromiseState.Broken, broken),
                .. Promises(false, PromiseState.KeptLate, theyKept), .. Promises(false, PromiseState.Broken, theyBroke),
            ], Today);
        var ask = FairAsk.Of(year, balance, CommitmentLadder.Of([(Commitment.Access, Today)]), own: true);

        (ask.Turn, ask.Rung).Should().Be((turn, rung));
        (ask.Words is null).Should().Be(rung is null);
        ask.Asks.Should().Be(rung is not null);
        ask.Verdict(own: true).Should().NotBe(ask.Turn is WhoseTurn.TooEarly or WhoseTurn.Even ? "" : ask.Verdict(own: false));
    }

    [Fact]
    public void It_says_what_it_counted()
    {
        var year = YearOfFavours.Of([.. Promises(true, PromiseState.Kept, 5), .. Promises(false, PromiseState.Broken, 1), new(Today, true, 3, null)], Today);
        FairAsk.Of(year, Exchange.Altruist, CommitmentLadder.Of([]), own: true).Reason
            .Should().Be("You kept 5 of 5 promises and gave 1; they kept 0 of 1 promise and gave 0.");
        FairAsk.Of(YearOfFavours.Of([], Today), Exchange.TooEarly, CommitmentLadder.Of([]), own: false).Reason
            .Should().Be("The rep kept no promise and gave 0; they kept no promise and gave 0.");
    }

    [Fact]
    public void Above_the_highest_rung_a_name_is_asked_for_again()
    {
        var year = YearOfFavours.Of([.. Promises(true, PromiseState.Kept, 3)], Today);
        FairAsk.Of(year, Exchange.Reciprocator, CommitmentLadder.Of([(Commitment.Referral, Today)]), own: true).Rung.Should().Be(Commitment.Referral);
        FairAsk.Of(year, Exchange.Reciprocator, CommitmentLadder.Of([]), own: true).Rung.Should().Be(Commitment.Time);
    }

    private static IEnumerable<Exchanged> Promises(bool ours, PromiseState state, int count) => Enumerable.Repeat(new Exchanged(Today.AddDays(-20), ours, null, state), count);
}
