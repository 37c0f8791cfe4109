namespace TrustCoach.Domain.Method;

/// <summary>One step of a first conversation.</summary>
/// <param name="Id">Outlives rewording: what was ticked under other words counts on. Another step has another id.</param>
/// <param name="How">What it sounds like, in a sentence.</param>
public sealed record MethodStep(Guid Id, string Name, string How)
{
    public const int NameMaxLength = 80;
    public const int HowMaxLength = 200;
}

/// <summary>A step as somebody writes it.</summary>
/// <param name="Id">The step it words anew; null for a new one.</param>
public sealed record StepDraft(Guid? Id, string? Name, string? How);

/// <summary>What was ticked of a card in one encounter.</summary>
/// <param name="CardId">The version of the card that was before the rep's eyes; null for the card of teams without their own.</param>
public sealed record Ticks(Guid? CardId, IReadOnlyList<Guid> Steps)
{
    /// <summary>Whether another says the same, in whatever order.</summary>
    public bool SameAs(Ticks? other) => other is not null && CardId == other.CardId && Steps.ToHashSet().SetEquals(other.Steps);
}
