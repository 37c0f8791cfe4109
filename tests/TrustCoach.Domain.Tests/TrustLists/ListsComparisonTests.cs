using FluentAssertions;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.TrustLists;
using Xunit;

namespace TrustCoach.Domain.Tests.TrustLists;

public sealed class ListsComparisonTests
{
    private const PaperSheet Trusted = PaperSheet.Trusted, Trusting = PaperSheet.Trusting;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_name_on_both_is_the_overlap_however_it_is_spelt()
    {
        var of = ListsComparison.Of(TwoListsTests.Lists((Trusted, "Zoë  Ek", ""), (Trusted, "Ann", ""), (Trusting, "zoe ek", ""), (Trusting, "Bo", "")));
        of.Both.Should().ContainSingle().Which.Trusting.Name.Should().Be("zoe ek");
        of.OnlyTrusted.Should().ContainSingle().Which.Name.Should().Be("Ann");
        of.OnlyTrusting.Should().ContainSingle().Which.Name.Should().Be("Bo");
    }

    [Fact]
    public void The_author_says_better_than_the_letters_who_is_one_person()
    {
        var lists = TwoListsTests.Lists((Trusted, "Ann", ""), (Trusted, "Bob", ""), (Trusting, "Ann", ""), (Trusting, "Robert", ""));
        var said = lists.Say(new(lists.Trusted[0].Id, lists.Trusting[0].Id, false), Now).Say(new(lists.Trusted[1].Id, lists.Trusting[1].Id, true), Now);
        var of = ListsComparison.Of(said);
        of.Both.Should().ContainSingle().Which.Trusting.Name.Should().Be("Robert");
        of.OnlyTrusted.Concat(of.OnlyTrusting).Should().OnlyContain(n => n.Name == "Ann");
        said.TakeOff(lists.Trusted[1].Id, Now).Ties.Should().ContainSingle("what was said of a name goes with it");
    }

    [Fact]
    public void Nobody_is_matched_twice()
    {
        var lists = TwoListsTests.Lists((Trusted, "Ann", ""), (Trusted, "Bob", ""), (Trusting, "Ann", ""));
        var of = ListsComparison.Of(lists.Say(new(lists.Trusted[1].Id, lists.Trusting[0].Id, true), Now));
        of.Both.Should().ContainSingle().Which.Trusted.Name.Should().Be("Bob");
        of.OnlyTrusted.Should().ContainSingle().Which.Name.Should().Be("Ann");
    }

    [Fact]
    public void Under_three_names_with_a_reason_it_is_too_early_for_a_key()
    {
        var of = ListsComparison.Of(TwoListsTests.Lists(
            (Trusted, "A", "Calm"), (Trusted, "B", "Calm"), (Trusted, "C", ""), (Trusting, "D", "Calm"), (Trusting, "E", "Calm"), (Trusting, "F", "Calm")));
        (of.Key.Kind, of.Key.Sentence, of.Key.ToShare).Should().Be((KeyKind.TooEarly, null, null));
    }

    [Fact]
    public void What_recurs_on_both_is_the_key()
    {
        var of = Compared(["discreet", "Discretion", "Calm"], ["keeps secrets", "Discretion", "Honesty"]);
        of.Tallies[0].Should().Be(new TraitTally("Discretion", 2, 2));
        of.Key.Sentence.Should().Be("What you look for in others is what others find in you: discretion.");
    }

    [Fact]
    public void Where_nothing_is_shared_what_is_sought_stands_against_what_is_found() =>
        Compared(["Honesty", "Honesty", "Calm"], ["Competence", "Competence", "Honesty"]).Key
            .Sentence.Should().Be("You look for honesty in others; others find competence in you.");

    [Fact]
    public void Where_every_reason_stands_alone_there_is_no_key() => Compared(["Honesty", "Calm", "Loyalty"], ["Calm", "Calm", "Fairness"]).Key.Kind.Should().Be(KeyKind.NoneRecurs);

    [Fact]
    public void A_word_of_ones_own_is_never_in_what_is_shared()
    {
        var key = Compared(["like Ruth Abel", "like Ruth Abel", "Calm"], ["LIKE RUTH ABEL", "like ruth abel", "Calm"]).Key;
        key.Sentence.Should().Contain("like Ruth Abel");
        key.ToShare.Should().Be("From my two lists: what I look for in others is what they find in me, something I put in my own words.");
    }

    [Fact]
    public void The_habit_is_of_the_trait_that_is_sought_and_not_found_then_of_the_key_then_of_the_weakest_reading()
    {
        TraitReading[] readings = [new(Trait.Honesty, 80, 9), new(Trait.Punctuality, 40, 9)];
        TrustKey.Suggest(Compared(["Sincerity", "Sincerity", "Calm"], ["Calm", "Calm", "Calm"]), readings).Habit.Should().Be(Habit.NameExpectation);
        TrustKey.Suggest(Compared(["Honesty", "Honesty", "Calm"], ["Honesty", "Honesty", "Calm"]), readings).Habit.Should().Be(Habit.CloseTheDay);
        TrustKey.Suggest(Compared(["Calm", "Calm", "Calm"], ["Calm", "Calm", "Calm"]), readings).Habit.Should().Be(Habit.StartOnTime);
        TrustKey.Suggest(ListsComparison.Of(TwoLists.Empty), []).Habit.Should().Be(Habits.All[0].Habit);
    }

    private static ListsComparison Compared(string[] sought, string[] found) => ListsComparison.Of(TwoListsTests.Lists(
        [.. sought.Select((why, i) => (Trusted, $"Left {i}", why)), .. found.Select((why, i) => (Trusting, $"Right {i}", why))]));
}
