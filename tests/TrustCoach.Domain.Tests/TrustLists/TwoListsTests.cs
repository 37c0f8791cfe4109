using FluentAssertions;
using TrustCoach.Domain.TrustLists;
using Xunit;

namespace TrustCoach.Domain.Tests.TrustLists;

public sealed class TwoListsTests
{
    private const PaperSheet Trusted = PaperSheet.Trusted, Trusting = PaperSheet.Trusting;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_name_stands_once_on_a_sheet_and_may_stand_on_both()
    {
        var lists = Lists((Trusted, "Zoë", ""));
        Message(lists.Add(Trusted, Guid.NewGuid(), new(" ZOE "), Now)).Should().StartWith("“Zoë” is on this sheet already.");
        lists.Add(Trusting, Guid.NewGuid(), new("zoe"), Now).Value.Trusting.Should().ContainSingle();
    }

    [Fact]
    public void A_form_sent_twice_is_one_name()
    {
        var id = Guid.NewGuid();
        var once = TwoLists.Empty.Add(Trusted, id, new("Kim", ["Honesty"]), Now).Value;
        once.Add(Trusted, id, new("Kim", ["Honesty"]), Now.AddMinutes(1)).Value.Should().BeSameAs(once);
    }

    [Fact]
    public void Reasons_are_chosen_or_typed_each_once_by_the_name_the_sheet_has_for_them()
    {
        var lists = TwoLists.Empty.Add(Trusted, Guid.NewGuid(), new("Kim", ["Honesty"], "truthful, on time ,, makes tea; MAKES TEA"), Now).Value;
        lists.Trusted[0].Traits.Should().Equal("Honesty", "Punctuality", "makes tea");
    }

    [Theory]
    [InlineData("", "", "Write a name"), InlineData("\u200b", "", "Write a name"), InlineData("Kim", "a,b,c,d,e,f,g,h,i", "These are 9 reasons")]
    public void What_cannot_be_kept_is_refused_in_words(string name, string words, string said) =>
        Message(TwoLists.Empty.Add(Trusted, Guid.NewGuid(), new(name, null, words), Now)).Should().StartWith(said);

    [Fact]
    public void Too_long_is_refused()
    {
        Message(TwoLists.Empty.Add(Trusted, Guid.NewGuid(), new(new string('x', 81)), Now)).Should().Contain("80 characters").And.Contain("81");
        Message(TwoLists.Empty.Add(Trusted, Guid.NewGuid(), new("Kim", null, new string('x', 41)), Now)).Should().Contain("40 characters");
    }

    [Fact]
    public void A_sheet_takes_a_hundred_names_and_says_so()
    {
        var full = Enumerable.Range(0, TwoLists.Most).Aggregate(TwoLists.Empty, (lists, i) => lists.Add(Trusted, Guid.NewGuid(), new($"Name {i}"), Now).Value);
        full.Trusted.Should().HaveCount(100);
        Message(full.Add(Trusted, Guid.NewGuid(), new("One more"), Now)).Should().StartWith("100 names fill a sheet.");
        full.Add(Trusting, Guid.NewGuid(), new("One more"), Now).Value.Trusting.Should().ContainSingle();
    }

    [Fact]
    public void Who_changes_what_was_changed_meanwhile_is_told_and_may_insist()
    {
        var lists = Lists((Trusted, "Kim", "Honesty"));
        var kim = lists.Trusted[0];
        var elsewhere = lists.Change(Trusted, kim.Id, 1, new("Kim Berg", null, "Calm"), Now).Value;
        Message(elsewhere.Change(Trusted, kim.Id, 1, new("Kim A."), Now)).Should().Contain("“Kim Berg”, Calm");
        elsewhere.Change(Trusted, kim.Id, 2, new("Kim A."), Now).Value.Trusted.Should().ContainSingle().Which.Name.Should().Be("Kim A.");
    }

    [Fact]
    public void Who_changes_what_was_taken_off_meanwhile_is_told_and_may_put_it_back()
    {
        var lists = Lists((Trusted, "Kim", ""));
        var kim = lists.Trusted[0];
        var without = lists.TakeOff(kim.Id, Now);
        Message(without.Change(Trusted, kim.Id, 1, new("Kim A."), Now)).Should().Contain("taken off the sheet meanwhile");
        without.Change(Trusted, kim.Id, 0, new("Kim A."), Now).Value.Trusted.Should().ContainSingle();
    }

    [Fact]
    public void A_state_is_left_as_it_was_by_what_comes_after_it()
    {
        var then = Lists((Trusted, "Kim", "Honesty"));
        var now = then.TakeOff(then.Trusted[0].Id, Now.AddDays(30));
        then.Trusted.Should().ContainSingle();
        (now.Trusted.Count, now.At).Should().Be((0, Now.AddDays(30)));
        ListsChange.Between(then, now).Should().Equal(new ListsChange(ListsAct.TakenOff, Trusted, "Kim"));
    }

    [Fact]
    public void An_erased_name_is_gone_from_both_sheets_under_every_name_it_had()
    {
        var first = Lists((Trusted, "Kim", ""), (Trusted, "Ann", ""), (Trusting, "KIM", ""));
        var renamed = first.Change(Trusted, first.Trusted[0].Id, 1, new("Kim Berg"), Now).Value;
        var erased = first.Without(renamed.Trusted[0]);
        erased.Trusted.Should().ContainSingle().Which.Name.Should().Be("Ann");
        renamed.Change(Trusted, first.Trusted[0].Id, 2, new("Kim"), Now).Value.Without(first.Trusted[0]).Trusting.Should().BeEmpty();
    }

    private static string Message(Result<TwoLists> result) => result.Refused(out var problem, out _) ? problem.Message : "";

    internal static TwoLists Lists(params (PaperSheet Sheet, string Name, string Why)[] names) =>
        names.Aggregate(TwoLists.Empty, (lists, n) => lists.Add(n.Sheet, Guid.NewGuid(), new(n.Name, null, n.Why), Now).Value);
}
