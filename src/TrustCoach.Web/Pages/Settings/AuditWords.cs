using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Services.Audit;

namespace TrustCoach.Web.Pages.Settings;

/// <summary>The audit in words.</summary>
public static partial class AuditWords
{
    // Keys and bookkeeping that tell a reader nothing.
    private static readonly HashSet<string> Hidden = ["OrganizationId", "Id", "Version", "SecretHash"];

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

    /// <summary>What differs between two snapshots, field by field.</summary>
    public static IReadOnlyList<Change> Changes(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys).Where(name => !Hidden.Contains(name))
            .Select(name => new Change(Spaced().Replace(name, " $1"), Value(old, name, before), Value(now, name, after)))
            .Where(change => change.Before != change.After)];
    }

    private static string? Value(Dictionary<string, string> fields, string name, string? snapshot) =>
        fields.TryGetValue(name, out var value) ? value : snapshot is null ? null : "nothing";

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
