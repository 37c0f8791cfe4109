using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Rules;

/// <summary>
/// Every constant of the scoring model: its words, its range, its basis. The one place where a range stands, and where a constant is
/// read or set by its path.
/// </summary>
public static partial class RuleSettings
{
    // What is no number at all is to be refused beside its field, and so has to get that far.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly JsonNode Defaults = Document(ScoringRules.Default);

    /// <summary>In the order in which they are read.</summary>
    public static IReadOnlyList<RuleSetting> All { get; } =
        [.. new[] { CredibilitySettings(), TrustSettings(), OpeningSettings(), EventSettings(), EvidenceSettings(), LatenessSettings(), RepairSettings(),
            CeilingSettings(), StageSettings(), ReputationSettings(), GiveAndTakeSettings(), TraitSettings() }
            .SelectMany(group => group).Select(setting => setting with { Default = Read(Defaults, setting.Path) })];

    private static readonly Dictionary<string, RuleSetting> ByPath = All.ToDictionary(setting => setting.Path, StringComparer.Ordinal);

    /// <summary>The setting of a path; null when there is none.</summary>
    public static RuleSetting? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>All values of a set of rules, by path.</summary>
    public static Dictionary<string, double> ValuesOf(ScoringRules rules)
    {
        var document = Document(rules);
        return All.ToDictionary(setting => setting.Path, setting => Read(document, setting.Path), StringComparer.Ordinal);
    }

    /// <summary>The rules with some constants exchanged.</summary>
    /// <param name="values">By path. A constant in days or events must be whole; see <see cref="RuleSetting.IsWhole"/>.</param>
    /// <exception cref="ArgumentException">A path is none of ours, or a number cannot be written down.</exception>
    public static ScoringRules With(ScoringRules rules, IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var document = Document(rules);
        foreach (var (path, value) in values)
        {
            if (Find(path) is not { } setting || !double.IsFinite(value))
                throw new ArgumentException($"'{path}' cannot be set to {value}.", nameof(values));
            var (parent, name) = Place(document, path);
            parent[name] = setting.IsWhole ? JsonValue.Create(checked((int)value)) : JsonValue.Create(value);
        }

        return document.Deserialize<ScoringRules>(Json)!;
    }

    /// <summary>What differs, in the order in which the rules are read.</summary>
    public static IReadOnlyList<RuleChange> Changes(ScoringRules before, ScoringRules after)
    {
        var (old, now) = (ValuesOf(before), ValuesOf(after));
        return [.. All.Where(setting => !old[setting.Path].Equals(now[setting.Path])).Select(setting => new RuleChange(setting, old[setting.Path], now[setting.Path]))];
    }

    private static JsonNode Document(ScoringRules rules) => JsonSerializer.SerializeToNode(rules, Json)!;

    private static double Read(JsonNode document, string path)
    {
        var (parent, name) = Place(document, path);
        return parent[name]!.Deserialize<double>(Json);
    }

    private static (JsonNode Parent, string Name) Place(JsonNode document, string path)
    {
        var parts = path.Split('.');
        return (parts[..^1].Aggregate(document, (node, part) => node[part]!), parts[^1]);
    }
}
