using FluentAssertions;
using TrustCoach.Domain.Lab;
using Xunit;

namespace TrustCoach.Domain.Tests.Lab;

public sealed class GuidedPathTests
{
    private const string UpToTheSlips = "k.kkk.kcc.kkkkk.kkkk.";

    [Theory, InlineData(""), InlineData("k"), InlineData("c.kcc.k"), InlineData(UpToTheSlips + "kkkkkk.kkkkkk.war."), InlineData(UpToTheSlips)]
    public void A_link_of_moves_is_read(string moves) => Path(moves).Problems().Should().BeEmpty();

    [Theory]
    [InlineData("x"), InlineData("kk"), InlineData("k..k"), InlineData(".k"), InlineData("K"), InlineData("k.kk.k"), InlineData("k.kkw"), InlineData("%00"), InlineData("k.k k")]
    [InlineData(UpToTheSlips + "kkkkkk.kkkkkk.kkk"), InlineData(UpToTheSlips + "kkkkkk.kkkkkk.war.."), InlineData(UpToTheSlips + "kkkkkk.kkkkkk.war.k")]
    public void A_broken_link_is_refused_with_a_reason(string moves) =>
        Path(moves).Problems().Should().ContainSingle().Which.Field.Should().Be(nameof(GuidedPath.Moves));

    [Theory, InlineData(-.01), InlineData(1.01), InlineData(double.NaN)]
    public void Noise_is_a_share(double noise) => (Path("") with { Noise = noise }).Problems().Should().ContainSingle().Which.Field.Should().Be("Noise");

    [Fact]
    public void The_first_link_lets_the_customer_slip_in_the_second_encounter_and_you_in_the_fourth()
    {
        var slips = Path(UpToTheSlips + "kkkkkk").Encounters(5);

        slips.Where(e => e.TheySlipped).Select(e => e.Number).Should().Equal(2);
        slips.Where(e => e.Slipped).Select(e => e.Number).Should().Equal(4);
        slips[4].Why.Should().Contain("slip", "they say what reached them");
        slips[4].TheyKept.Should().BeFalse("the strict one answers a slip");
        var patient = Path(UpToTheSlips + "kkkkkk.kkkkkk").Encounters(6);
        patient.Select(e => (e.Slipped, e.TheySlipped)).Should().Equal(slips.Select(e => (e.Slipped, e.TheySlipped)), "the same slips at the same moments");
        patient[4].TheyKept.Should().BeTrue("the patient one lets it pass");
    }

    [Fact]
    public void A_chapter_shows_what_it_says()
    {
        Path("c").Encounters(0)[0].Earned.Should().Be(5);
        Path("k.ccc").Encounters(1).Sum(e => e.Earned).Should().Be(15);
        Path("k.kkk.kkk").Encounters(2).Sum(e => e.Earned).Should().Be(0);
        Path("k.kkk.kkk.kkkkk").Encounters(3).Sum(e => e.Earned).Should().Be(15);
        Path("k.kkk.kkk.kkckk").Encounters(3).Sum(e => e.Earned).Should().Be(14, "3 + 3 + 5 + 0 + 3");
        Path("k.kkk.kkk.kkkkk.ckkk").Encounters(4).Select(e => e.TheyKept).Should().Equal(true, false, false, false);
    }

    [Fact]
    public void The_path_goes_on_begins_a_chapter_again_and_ends()
    {
        var path = Path("k.kk");
        (path.At, path.Done, path.IsOver, path.Again, path.With('c')).Should().Be((1, 2, false, "k.", "k.kkc"));
        Path("k.kkc").IsOver.Should().BeTrue();
        Path("k.kkc").Next.Should().Be("k.kkc.");
        Path(UpToTheSlips + "kkkkkk.kkkkkk.war.").Chapter.Kind.Should().Be(ChapterKind.End);
        Path(UpToTheSlips + "kkkkkk.kkkkkk.wa").Judged.Should().Equal(SilenceAnswer.Wait, SilenceAnswer.Ask);
    }

    [Fact]
    public void One_silence_is_likely_a_slip_and_three_are_not()
    {
        // With one message in ten astray and one breach in fifty: 10 to 2, 1 to 2, 0.1 to 2.
        Silence.ChanceOfSlip(.1, 1).Should().BeApproximately(10d / 12, 1e-9);
        Silence.ChanceOfSlip(.1, 2).Should().BeApproximately(1d / 3, 1e-9);
        Silence.ChanceOfSlip(.1, 3).Should().BeApproximately(.1 / 2.1, 1e-9);
        Silence.ChanceOfSlip(0, 1).Should().Be(0);
    }

    [Fact]
    public void Every_type_says_why_it_does_what_it_does()
    {
        foreach (var type in Strategies.Types)
        {
            for (var seed = 0UL; seed < 30; seed++)
            {
                var moves = Enumerable.Range(0, 12).Select(at => (seed >> (at % 5) & 1) == 0).ToList();
                Game.Replay(type, moves, .2, Payoffs.Default, seed).Should().OnlyContain(e => e.Why.Length > 10 && e.Why.EndsWith('.'), type.Name);
            }
        }
    }

    [Theory]
    [InlineData(0, 10, 0, "Rounds"), InlineData(1001, 10, 0, "Rounds"), InlineData(-5, 10, 0, "Rounds"), InlineData(200, 0, 0, "Repetitions"), InlineData(200, 101, 0, "Repetitions")]
    [InlineData(200, 10, 1.5, "Noise"), InlineData(1000, 100, 0, "Repetitions")]
    public void A_tournament_out_of_bounds_is_refused_beside_its_field(int rounds, int repetitions, double noise, string field)
    {
        TournamentSetup Setup(int count) => new([new(Strategies.Altruist, count), new(Strategies.Cheater, count)], rounds, repetitions, noise, Payoffs.Default, true, 1);

        Setup(100).Problems().Select(problem => problem.Field).Should().Contain(field);
        (Setup(1) with { Rounds = 10, Repetitions = 1, Noise = 0 }).Problems().Should().BeEmpty();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(201), InlineData(-1), InlineData(int.MaxValue)]
    public void A_field_has_two_to_two_hundred_players(int players) =>
        new TournamentSetup([new(Strategies.Altruist, players)], 10, 1, 0, Payoffs.Default, true, 1).Problems().Should().ContainSingle().Which.Field.Should().Be("Entries");

    [Fact]
    public void Numbers_too_large_to_add_up_are_too_many_and_no_failure()
    {
        Entry[] crowd = [new(Strategies.Altruist, int.MaxValue), new(Strategies.Cheater, int.MaxValue)];

        new TournamentSetup(crowd, 1000, 100, 0, Payoffs.Default, true, 1, int.MaxValue).Problems().Should().ContainSingle().Which.Field.Should().Be("Entries");
        new PopulationSetup(crowd, Dynamics.Finite, 10, 10, 0, Payoffs.Default, 1).Problems().Should().ContainSingle().Which.Field.Should().Be("Entries");
        new PopulationSetup([new(Strategies.Altruist, 5)], Dynamics.Finite, 0, 10, 0, Payoffs.Default, 1).Problems().Select(p => p.Field).Should().Equal("Generations", "Entries");
    }

    private static GuidedPath Path(string moves) => new(moves, GuidedPath.FirstNoise, GuidedPath.FirstSeed);
}
