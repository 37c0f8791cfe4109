using System.Globalization;
using TrustCoach.Domain;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Rules;

namespace TrustCoach.Web.Pages.Settings.Rules;

/// <summary>The draft as it is typed: every constant as text in the person's own culture.</summary>
public sealed class RuleForm
{
    /// <summary>By path.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    public string? Title { get; set; }

    public string? Reason { get; set; }

    /// <summary>The draft's count that was read.</summary>
    public int Version { get; set; }

    internal static RuleForm Of(RuleDraftView draft)
    {
        var form = new RuleForm { Title = draft.Title, Reason = draft.Reason, Version = draft.Version };
        form.Fill(draft);
        return form;
    }

    /// <summary>Adds what a form left out, as the draft has it.</summary>
    internal void Fill(RuleDraftView draft)
    {
        foreach (var (path, value) in RuleSettings.ValuesOf(draft.Rules))
            Values.TryAdd(path, RuleWords.Number(value, CultureInfo.CurrentCulture));
    }

    /// <summary>What is typed means this value.</summary>
    internal bool Says(RuleSetting setting, double value) => Parse(Values.GetValueOrDefault(setting.Path)) is { } typed && typed.Equals(value);

    /// <summary>The command, and what is no number.</summary>
    internal (SaveRuleDraft Command, IReadOnlyList<Problem> Unread) Read()
    {
        var (values, unread) = (new Dictionary<string, double>(), new List<Problem>());
        foreach (var setting in RuleSettings.All.Where(s => Values.ContainsKey(s.Path)))
        {
            if (Parse(Values[setting.Path]) is { } value)
                values[setting.Path] = value;
            else
                unread.Add(new(setting.Path, "Must be a number."));
        }

        // What is wrong alone is told together with what is no number; the rest is found when all of them are.
        if (unread.Count > 0)
            unread.AddRange(RuleSettings.All.Where(s => values.ContainsKey(s.Path)).Select(s => ScoringRulesCheck.OutOfRange(s, values[s.Path])).OfType<Problem>());

        return (new(values, Title, Reason, Version), unread);
    }

    internal static string FieldOf(Problem problem) => problem.Field switch
    {
        "" => "",
        nameof(Title) or nameof(Reason) => $"Input.{problem.Field}",
        var path => $"Input.{nameof(Values)}[{path}]",
    };

    /// <summary>The message with the name of what it is about: in the summary it stands alone.</summary>
    internal static string MessageOf(Problem problem) =>
        RuleSettings.Find(problem.Field) is { } setting ? $"{RuleWords.Of(setting.Group)}, {char.ToLowerInvariant(setting.Name[0])}{setting.Name[1..]}: {char.ToLowerInvariant(problem.Message[0])}{problem.Message[1..]}" : problem.Message;

    // The person's own comma, and the point that every calculator writes; no thousands, because one of them is the other's comma.
    private static double? Parse(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.CurrentCulture, out var value)
        || double.TryParse(text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            ? value : null;
}
