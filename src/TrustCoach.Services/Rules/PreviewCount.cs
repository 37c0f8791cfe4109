using System.Runtime.InteropServices;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Rules;

/// <summary>Adds up what a draft would do, relationship by relationship.</summary>
internal sealed class PreviewCount(Guid organizationId, Guid jobId)
{
    private readonly Dictionary<(Stage?, Stage?), int> _stages = [];
    private readonly Dictionary<Guid, (int Compared, int Moved)> _teams = [];
    private readonly PreviewSpread _credibility = new();
    private readonly PreviewSpread _trust = new();
    private (int Compared, int TooEarly, int Credibility, int Trust, int Either) _sum;

    /// <returns>A row for the list when it moves much.</returns>
    public RulePreviewRow? Add(Guid? teamId, RelationshipReading before, RelationshipReading after)
    {
        var (was, now) = (before.Reading, after.Reading);
        if (StageOf(was) != StageOf(now))
            CollectionsMarshal.GetValueRefOrAddDefault(_stages, (StageOf(was), StageOf(now)), out _)++;
        if (was.TooEarly || now.TooEarly)
        {
            _sum.TooEarly++;
            return null;
        }

        _sum.Compared++;
        _credibility.Count(was.Credibility, now.Credibility);
        _trust.Count(was.Trust, now.Trust);
        var (credibility, trust) = (Much(was.Credibility, now.Credibility), Much(was.Trust, now.Trust));
        _sum = _sum with { Credibility = _sum.Credibility + (credibility ? 1 : 0), Trust = _sum.Trust + (trust ? 1 : 0), Either = _sum.Either + (credibility || trust ? 1 : 0) };
        ref var team = ref CollectionsMarshal.GetValueRefOrAddDefault(_teams, teamId ?? Guid.Empty, out _);
        team = (team.Compared + 1, team.Moved + (credibility || trust ? 1 : 0));
        return credibility || trust
            ? new(organizationId, jobId, before.Standing.RelationshipId, before.Standing.RepId, (was.Credibility, was.Trust), (now.Credibility, now.Trust))
            : null;
    }

    public RulePreview Result => new()
    {
        Compared = _sum.Compared,
        TooEarly = _sum.TooEarly,
        MovedCredibility = _sum.Credibility,
        MovedTrust = _sum.Trust,
        Moved = _sum.Either,
        Credibility = _credibility,
        Trust = _trust,
        Stages = [.. _stages.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Item1).ThenBy(s => s.Key.Item2).Select(s => new PreviewStage(s.Key.Item1, s.Key.Item2, s.Value))],
        Teams = [.. _teams.Select(t => new PreviewTeam(t.Key == Guid.Empty ? null : t.Key, t.Value.Compared, t.Value.Moved))],
    };

    private static Stage? StageOf(Reading reading) => reading.TooEarly ? null : reading.Stage;

    private static bool Much(double before, double after) => Math.Abs(after - before) > RulePreview.MuchPoints;
}
