using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>The conditions of stages in words.</summary>
internal static class StageWords
{
    public static string Of(Stage stage) => stage switch
    {
        Stage.BenefitOfTheDoubt => "Benefit of the doubt",
        Stage.AtRisk => "At risk",
        _ => stage.ToString(),
    };

    /// <summary>Heads a way in: how many of its clauses it asks for.</summary>
    /// <param name="number">From 1 where there are several ways; null where there is one.</param>
    public static string Group(IReadOnlyList<StageClause> way, int? number)
    {
        var asked = way.Count switch { 1 => "this alone", 2 => "both of these", var n => $"all {n} of these" };
        return number is { } j ? $"Group {j}: {asked}" : $"Needs {asked}";
    }

    public static string Of(StageClause clause)
    {
        var limit = clause.Limit.ToString("0.##", CultureInfo.CurrentCulture);
        var test = clause.Test switch
        {
            StageTest.AtLeast => $"at least {limit}",
            StageTest.Exactly => $"exactly {limit}",
            StageTest.Under => $"under {limit}",
            _ => $"at most {limit}",
        };
        return clause.Measure switch
        {
            StageMeasure.Judged => $"Judged events: {test}",
            StageMeasure.Credibility => $"Credibility {test}",
            StageMeasure.Trust => $"Trust {test}",
            StageMeasure.DaysKnown => $"Days since the first judged event: {test}",
            StageMeasure.DaysSinceGraveLie => $"Days since a grave lie: {test}",
            _ => $"Days since a lie, gossip or exaggeration of weight: {test}",
        };
    }

    public static string Actual(StageClause clause) => clause.Actual is not { } actual ? "none"
        : actual.ToString(clause.Measure is StageMeasure.Credibility or StageMeasure.Trust ? "F1" : "0", CultureInfo.CurrentCulture);
}
