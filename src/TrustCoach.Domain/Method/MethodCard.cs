namespace TrustCoach.Domain.Method;

/// <summary>One published version of a team's method card: five to seven steps for first conversations. It never changes; the next version does.</summary>
public sealed class MethodCard : IInOrganization
{
    public const int FewestSteps = 5;
    public const int MostSteps = 7;

    private MethodCard() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid TeamId { get; private set; }

    /// <summary>Counts the team's versions, from 1.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<MethodStep> Steps { get; private set; } = [];

    public DateTimeOffset PublishedAt { get; private set; }

    public Guid PublishedBy { get; private set; }

    /// <summary>Publishes the next version of a team's card.</summary>
    /// <param name="before">The card the team has until now.</param>
    /// <param name="drafts">A step with no id, or with the id of one before it in the list, is a new step.</param>
    public static Result<MethodCard> Publish(
        Guid organizationId, Guid id, Guid teamId, StepCard before, IReadOnlyList<StepDraft> drafts, Guid by, DateTimeOffset now)
    {
        if (Check(drafts) is { } problem)
            return problem;
        var taken = new HashSet<Guid>();
        return new MethodCard
        {
            OrganizationId = organizationId,
            Id = id,
            TeamId = teamId,
            Number = before.Number + 1,
            Steps = [.. drafts.Select(d => new MethodStep(d.Id is { } known && taken.Add(known) ? known : Guid.CreateVersion7(now), d.Name!.Trim(), d.How!.Trim()))],
            PublishedAt = now.ToUniversalTime(),
            PublishedBy = by,
        };
    }

    public StepCard ToCard() => new(Id, Number, Steps);

    private static Problem? Check(IReadOnlyList<StepDraft> drafts)
    {
        if (drafts.Count is < FewestSteps or > MostSteps)
            return new Problem(nameof(Steps), $"A card has {FewestSteps} to {MostSteps} steps; this one has {drafts.Count}. Fewer do not make a method, more are not remembered.");
        for (var i = 0; i < drafts.Count; i++)
        {
            var (name, how) = (drafts[i].Name?.Trim() ?? "", drafts[i].How?.Trim() ?? "");
            if (name.Length == 0)
                return new Problem($"Steps[{i}].{nameof(StepDraft.Name)}", "Name the step, or remove it.");
            if (name.Length > MethodStep.NameMaxLength)
                return new Problem($"Steps[{i}].{nameof(StepDraft.Name)}", $"Keep the name to {MethodStep.NameMaxLength} characters.");
            if (drafts.Take(i).Any(d => string.Equals(d.Name?.Trim(), name, StringComparison.OrdinalIgnoreCase)))
                return new Problem($"Steps[{i}].{nameof(StepDraft.Name)}", "Another step has this name. Give each its own.");
            if (how.Length == 0)
                return new Problem($"Steps[{i}].{nameof(StepDraft.How)}", "Say how it sounds, in a sentence.");
            if (how.Length > MethodStep.HowMaxLength)
                return new Problem($"Steps[{i}].{nameof(StepDraft.How)}", $"Keep it to {MethodStep.HowMaxLength} characters.");
        }

        return null;
    }
}

/// <summary>What a version changed about one step.</summary>
public enum StepChange
{
    Same,
    Added,
    Reworded,
    Removed,
}

/// <summary>The difference between two versions of a card, step by step.</summary>
public static class CardChanges
{
    /// <summary>Every step of the later version in its order, then those that were removed.</summary>
    public static IReadOnlyList<(MethodStep Step, StepChange Change)> Between(StepCard before, StepCard after) =>
    [
        .. after.Steps.Select(step => (step, before.Steps.FirstOrDefault(s => s.Id == step.Id) switch
        {
            null => StepChange.Added,
            var old => old == step ? StepChange.Same : StepChange.Reworded,
        })),
        .. before.Steps.Where(old => !after.Has(old.Id)).Select(old => (old, StepChange.Removed)),
    ];
}
