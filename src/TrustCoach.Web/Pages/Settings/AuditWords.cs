using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Services.Audit;

namespace TrustCoach.Web.Pages.Settings;

/// <summary>The audit in words.</summary>
public static partial class AuditWords
{
    private const string Withheld = "words, not shown here";

    // Keys and bookkeeping that tell a reader nothing.
    private static readonly HashSet<string> Hidden = ["OrganizationId", "Id", "Version", "SecretHash", "IdempotencyKey", "RelationshipId", "ImportId", "CardId", "Steps", "Path"];

    // What people wrote, in touchpoints, promises and gestures.
    private static readonly HashSet<string> Written = ["Summary", "Expectation", "Text", "Condition", "Breakers", "Repairs", "Turns", "VoidReason", "BurnedNote", "Words", "Note"];

    /// <summary>Every act the audit can tell of, to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. typeof(AuditActs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)
            .Select(act => new SelectListItem(Of(act), act))];

    /// <summary>"person.password-changed" as "Person: password changed".</summary>
    public static string Of(string act)
    {
        var words = act.Replace(".", ": ", StringComparison.Ordinal).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What differs between the two snapshots of an entry, field by field.</summary>
    /// <param name="names">Names to show in place of ids.</param>
    /// <param name="showsWords">Whether the reader may see what people wrote.</param>
    public static IReadOnlyList<Change> Changes(AuditRow row, IReadOnlyDictionary<Guid, string> names, bool showsWords)
    {
        var (old, now) = (Fields(row.Before), Fields(row.After));
        string? Show(Dictionary<string, string> fields, string name, string? snapshot) =>
            snapshot is null ? null
            : !fields.TryGetValue(name, out var value) ? "nothing"
            : Written.Contains(name) && !showsWords ? Withheld
            : Guid.TryParse(value, out var id) ? names.GetValueOrDefault(id, "something that is gone")
            : value;
        return [.. old.Keys.Union(now.Keys)
            .Where(name => !Hidden.Contains(name) && old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => new Change(Title(name), Show(old, name, row.Before), Show(now, name, row.After)))];
    }

    /// <summary>The ids a snapshot points to.</summary>
    public static IEnumerable<Guid> Ids(string? snapshot) =>
        Fields(snapshot).Where(field => !Hidden.Contains(field.Key)).Select(field => Guid.TryParse(field.Value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    private static string Title(string name) =>
        Spaced().Replace(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name, " $1");

    private static Dictionary<string, string> Fields(string? snapshot)
    {
        if (snapshot is null)
            return [];
        using var document = JsonDocument.Parse(snapshot);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString())
            : new() { ["Value"] = document.RootElement.ToString() };
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Spaced();

    public sealed record Change(string Field, string? Before, string? After);
}
