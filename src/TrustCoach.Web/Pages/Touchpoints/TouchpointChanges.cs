using System.Text.Json;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Says in words what changed between two versions of a touchpoint.</summary>
public static class TouchpointChanges
{
    private static readonly (string Field, string Words)[] Fields =
    [
        ("Outcome", "Outcome"), ("Day", "Day"), ("HappenedAt", "Time"), ("Expectation", "They expected"), ("Summary", "What happened"),
        ("Channel", "Channel"), ("Trait", "It showed"), ("MissSeverity", "Severity of the miss"), ("OwnedUp", "Owned up"),
        ("StartedOnTime", "Started on time"), ("ContactId", "Contact"), ("Breakers", "What slipped"), ("Repairs", "What was put right"),
        ("Steps", "Steps of the first conversation"), ("TheyStarted", "They got in touch"),
    ];

    public static string Act(string act) => act switch
    {
        AuditActs.TouchpointLogged => "Logged",
        AuditActs.TouchpointClosed => "Outcome said",
        AuditActs.TouchpointCorrected => "Corrected",
        AuditActs.TouchpointUndone => "Undone",
        AuditActs.TouchpointVoided => "Withdrawn",
        _ => act,
    };

    /// <summary>One line a field: what it said before and says now. Empty for the first version and for a withdrawal.</summary>
    public static IEnumerable<string> Between(TouchpointVersion version)
    {
        if (version is not { Before: { } before, After: { } after, Act: AuditActs.TouchpointCorrected or AuditActs.TouchpointClosed })
            yield break;
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        foreach (var (field, words) in Fields)
        {
            var (was, became) = (Text(old, field), Text(now, field));
            if (was != became)
                yield return field is "Breakers" or "Repairs" or "Steps" or "ContactId" or "HappenedAt" ? $"{words} changed" : $"{words}: {was} → {became}";
        }
    }

    private static string Text(JsonDocument version, string field) =>
        !version.RootElement.TryGetProperty(field, out var value) ? "nothing" : value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
}
