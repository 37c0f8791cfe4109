using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Rules;

/// <summary>The one draft of an organization's next rules. What it says can be wrong while it is written, never when it is published.</summary>
public sealed class RuleDraft : IInOrganization
{
    public const int TitleMaxLength = 80;
    public const int ReasonMaxLength = 500;

    private RuleDraft() { }

    public Guid OrganizationId { get; private set; }

    public ScoringRules Rules { get; private set; } = ScoringRules.Default;

    public string Title { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; }

    public Guid ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>A draft that says what is in force.</summary>
    public static RuleDraft Begin(Guid organizationId, ScoringRules inForce) => new() { OrganizationId = organizationId, Rules = inForce };

    /// <summary>Writes it anew, whole.</summary>
    /// <param name="values">By path; what is not named keeps its value.</param>
    /// <param name="basedOn">The count the writer had read.</param>
    /// <returns>Everything wrong with it, by path, and then nothing has changed; empty when it is written.</returns>
    public IReadOnlyList<Problem> Write(
        IReadOnlyDictionary<string, double> values, string? title, string? reason, int basedOn, Guid by, DateTimeOffset now)
    {
        if (basedOn != Version)
            return [new("", "Somebody changed the draft while you were writing. What you typed is kept below: compare it with the draft, then save again.")];
        (title, reason) = (title?.Trim() ?? "", string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        var problems = new List<Problem>();
        if (title.Length is 0 or > TitleMaxLength)
            problems.Add(new(nameof(Title), title.Length == 0 ? "Give the change a title: history is marked with it." : $"Keep the title to {TitleMaxLength} characters."));
        if (reason?.Length > ReasonMaxLength)
            problems.Add(new(nameof(Reason), $"Keep the reason to {ReasonMaxLength} characters."));
        var alone = RuleSettings.All.Where(s => values.ContainsKey(s.Path)).Select(s => ScoringRulesCheck.OutOfRange(s, values[s.Path])).OfType<Problem>().ToList();
        // A fraction of a day has no place in the rules, so that they are put together only of what can be.
        var written = RuleSettings.With(Rules, values.Where(v => alone.TrueForAll(p => p.Field != v.Key)));
        problems.AddRange([.. alone, .. ScoringRulesCheck.Problems(written).Where(p => alone.TrueForAll(a => a.Field != p.Field))]);
        if (problems.Count > 0)
            return problems;
        (Rules, Title, Reason, Version, ChangedBy, ChangedAt) = (written, title, reason, Version + 1, by, now.ToUniversalTime());
        return [];
    }
}
