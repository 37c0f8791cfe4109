using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Team;

/// <summary>The charts and tables of the coaching pages as files. Where it is too early to say a cell is empty, which is not zero.</summary>
public static class TeamSheets
{
    /// <summary>The key figures, now and in the period before.</summary>
    public static Sheet Figures(TeamCredibility of)
    {
        var f = of.Figures;
        object?[] Row(string name, Figure figure) => [name, figure.Now, figure.Before];
        return new($"figures-{of.Team.Name}", ["Figure", "Now", "Period before"],
        [
            Row("Typical credibility", f.Credibility), Row("Promises kept on time, percent", f.KeptOnTime), Row("Encounters until credible", f.UntilCredible),
            Row("Relationships at risk", f.AtRisk), Row("Expectations named up front, percent", f.Named),
            Row("Planned encounters with an outcome, percent", f.Coverage),
        ]);
    }

    /// <summary>The reps of the page, by name.</summary>
    public static Sheet Reps(TeamCredibility of) => new(
        $"reps-{of.Team.Name}",
        ["Rep", "Relationships with a verdict", "Too early", "At risk", "Typical credibility", .. Enum.GetValues<Trait>().Select(TeamWords.Of)],
        of.Reps.Select(r => (object?[])
        [
            r.Name, r.Dots.Count, r.TooEarly, r.Dots.Count(d => d.IsAtRisk), r.Typical,
            .. Enum.GetValues<Trait>().Select(trait => (object?)r.Traits.FirstOrDefault(t => t.Trait == trait)?.Value),
        ]));

    /// <summary>What broke trust, by kind.</summary>
    public static Sheet Breaches(TeamCredibility of) => new(
        $"what-broke-trust-{of.Team.Name}", ["What happened", "Times"], of.Breaches.Select(b => new object?[] { b.Breach.Words(), b.Count }));

    /// <summary>One page of those at risk.</summary>
    public static Sheet AtRisk(AtRiskPage of) => new(
        $"at-risk-{of.Team.Name}", ["Customer", "Rep", "Credibility", "Pattern", "Last moved"],
        of.Rows.Select(r => new object?[] { r.Customer, r.Rep, r.Credibility, r.Pattern, r.LastDay }));

    /// <summary>What keeps breaking, step by step.</summary>
    public static Sheet Signals(Signals of) => new(
        $"signals-{of.Team.Name}", ["From", "To", .. SignalsModel.Rows.Select(b => b.Words()), "Judged encounters", "Confirmed by the customer"],
        of.Steps.Select(s => (object?[])[s.From, s.To, .. SignalsModel.Rows.Select(b => (object?)s.Count(b)), s.Judged, s.Confirmed]));

    /// <summary>What a rep's events make of their credibilities today.</summary>
    public static Sheet Moved(RepPage of) => new(
        $"changed-{of.Rep.Name}", ["Day", "Customer", "What happened", "Points", "Credibility"],
        of.Changes.Lines.Select(m => new object?[] { m.Line.Day, m.Line.Customer, TagHelpers.Sign.Of(m.Line.Kind.ToString()).Word, m.Points, m.Credibility }));
}
