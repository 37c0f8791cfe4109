using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep's typical relationship.</summary>
/// <param name="Credibility">Points, weighed by confidence and drawn to the team by a little.</param>
/// <param name="HalfBand">Half of the 80 % band, points.</param>
/// <param name="Weeks">Points at the end of each closed week, oldest first.</param>
/// <param name="Judged">Relationships with enough judged encounters.</param>
public sealed record TypicalCredibility(double Credibility, double HalfBand, int Relationships, int Judged, IReadOnlyList<double> Weeks)
{
    /// <summary>No relationship has enough judged encounters yet.</summary>
    public bool TooEarly => Judged == 0;
}

/// <summary>Reads a rep's own typical credibility with its closed weeks, the team of each week its prior: one statement.</summary>
public sealed class TypicalCredibilityQuery(TrustCoachDb db)
{
    private const int WeeksShown = 13;

    /// <param name="mine">The actor's running relationships.</param>
    /// <param name="today">The organization's day.</param>
    public async Task<TypicalCredibility> RunAsync(
        Actor actor, List<RecentScore> mine, DateOnly today, ScoringRules book, CancellationToken cancellation)
    {
        var since = today.AddDays(-7 * (WeeksShown + 1));
        var weeks = await (
            from w in db.RepWeeks
            join p in db.People on w.RepId equals p.Id
            where w.Week >= since && (p.Id == actor.PersonId || (p.TeamId != null && p.TeamId == actor.TeamId))
            group new { w, Own = p.Id == actor.PersonId } by w.Week into week
            orderby week.Key
            select new
            {
                Credibility = week.Sum(x => x.Own ? x.w.Credibility : 0),
                Confidence = week.Sum(x => x.Own ? x.w.Confidence : 0),
                TeamCredibility = week.Sum(x => x.w.Credibility),
                TeamConfidence = week.Sum(x => x.w.Confidence),
            }).ToListAsync(cancellation);
        var team = weeks.Count == 0 ? default : new RollUp(weeks[^1].TeamCredibility, weeks[^1].TeamConfidence);
        var own = mine.Aggregate(new RollUp(), (sum, r) => sum.Plus(r.Credibility, r.Confidence));
        // Independent errors add in squares; the team's share of the mean adds none.
        var spread = Math.Sqrt(mine.Sum(r => Math.Pow(r.Confidence * book.Reputation.Band, 2) * r.Credibility * (100 - r.Credibility) / (r.Weight + 1)));
        return new(
            own.Rep(team.Team(book.Credibility, book), book), spread / (own.Confidence + book.Reputation.RollUpWeight),
            mine.Count, mine.Count(r => r.Judged >= book.Stages.EnoughEvents),
            [.. weeks.Where(w => w.Confidence > 0).Select(w => new RollUp(w.Credibility, w.Confidence)
                .Rep(new RollUp(w.TeamCredibility, w.TeamConfidence).Team(book.Credibility, book), book))]);
    }
}
