using FluentAssertions;
using TrustCoach.Domain.Method;
using Xunit;

namespace TrustCoach.Domain.Tests.Method;

public sealed class MethodCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reworded_step_keeps_its_id_and_another_step_gets_one()
    {
        var drafts = Default();
        drafts[0] = drafts[0] with { Name = "Begin on time, end on time" };
        drafts[4] = new(null, "Write the next date down", "Say it aloud before you leave.");

        var card = Publish(drafts).Value;

        card.Number.Should().Be(1);
        card.Steps[0].Id.Should().Be(StepCard.Default.Steps[0].Id);
        card.Steps[4].Id.Should().NotBe(StepCard.Default.Steps[4].Id);
        CardChanges.Between(StepCard.Default, card.ToCard()).Select(c => c.Change).Should().Equal(
            StepChange.Reworded, StepChange.Same, StepChange.Same, StepChange.Same, StepChange.Added, StepChange.Removed);
    }

    [Fact]
    public void An_id_that_comes_twice_is_one_step_and_a_new_one()
    {
        var drafts = Default();
        drafts[1] = drafts[1] with { Id = drafts[0].Id };

        Publish(drafts).Value.Steps.Select(s => s.Id).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(4, "", "Steps"), InlineData(8, "", "Steps")]
    [InlineData(5, " ", "Steps[2].Name"), InlineData(5, "ASK WHAT THEY EXPECT", "Steps[2].Name")]
    public void What_is_no_card_is_refused_beside_its_field(int count, string name, string field)
    {
        var drafts = Enumerable.Range(0, count).Select(i => i < 5 ? Default()[i] : new StepDraft(null, $"Step {i}", "So.")).ToList();
        if (name.Length > 0)
            drafts[2] = drafts[2] with { Name = name };

        Publish(drafts).Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
    }

    [Fact]
    public void A_step_without_its_sentence_or_with_too_long_a_one_is_refused()
    {
        foreach (var how in new[] { null, new string('x', MethodStep.HowMaxLength + 1) })
        {
            var drafts = Default();
            drafts[3] = drafts[3] with { How = how };
            Publish(drafts).Refused(out var problem, out _).Should().BeTrue();
            problem!.Field.Should().Be("Steps[3].How");
        }
    }

    private static List<StepDraft> Default() => [.. StepCard.Default.Steps.Select(s => new StepDraft(s.Id, s.Name, s.How))];

    private static Result<MethodCard> Publish(List<StepDraft> drafts) =>
        MethodCard.Publish(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), StepCard.Default, drafts, Guid.NewGuid(), Now);
}
