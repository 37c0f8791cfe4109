using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>Reads the page "Signals" of a team: at most twelve statements, whatever its size.</summary>
public sealed class SignalsQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook figuresOf, TimeProvider clock)
{
    /// <summary>Rows shown of each list; the list itself has them all.</summary>
    public const int Few = 5;

    /// <summary>The first team the actor coaches, by name; null without any.</summary>
    public async Task<Guid?> FirstAsync(Actor actor, CancellationToken cancellation) =>
        (await db.ManagedTeamsAsync(actor, cancellation)).Pick(null)?.Choice.Id;

    /// <summary>The page; null when the team is none of the actor's.</summary>
    /// <param name="days">30, 90 or 365.</param>
    public async Task<Signals?> RunAsync(Actor actor, Guid teamId, int? days, CancellationToken cancellation)
    {
        var teams = await db.ManagedTeamsAsync(actor, cancellation);
        if (teams.Pick(teamId) is not { } team)
            return null;

        var now = clock.GetUtcNow();
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var period = CoachingPeriod.Of(days, actor.Today(now));
        var reps = team.Reps.ToDictionary(r => r.Id, r => r.Name);
        var figures = await figuresOf.OfAsync(db, reps.Keys, period, actor.RulesVersion, book, now, cancellation);
        var lists = new RelationshipLists(db, figures, reps, period, book);
        async Task<FewOf> FewAsync(RelationshipList list)
        {
            var (rows, total) = await lists.RunAsync(list, 0, Few, cancellation);
            return new FewOf(rows, total);
        }

        var steps = await new SignalStepsQuery(db).RunAsync([.. reps.Keys], period, cancellation);
        var sum = SignalStep.Of(steps);
        return new Signals(
            [.. teams.Where(t => t.IsOwn).Select(t => t.Choice)], team.Choice, period, reps.Count, TeamTotals.Of(figures, period, book).Figures, steps,
            await FewAsync(RelationshipList.NearTheCliff), await FewAsync(RelationshipList.LatenessHabit),
            await FewAsync(RelationshipList.OneSided), await FewAsync(RelationshipList.Ended))
        {
            Coached = team.Coached,
            ArrangesLessons = team.Own.Exists(rep => team.Coached.Contains(rep.Id)),
            LostOnTrust = await LostAsync([.. reps.Keys], period, cancellation),
            Exchanging = await ExchangingAsync([.. reps.Keys], period.Today, book, cancellation),
            Gap = ByLevel.Gap(sum.Confirmed - sum.ConfirmedMissed, sum.Confirmed, sum.Reported - sum.ReportedMissed, sum.Reported, book),
        };
    }

    private Task<int> LostAsync(Guid[] reps, CoachingPeriod period, CancellationToken cancellation) => db.Relationships.CountAsync(
        r => reps.Contains(r.RepId) && r.EndedOn >= period.From && r.EndedOn <= period.Today && r.End == RelationshipEnd.LostOnTrust, cancellation);

    private Task<int> ExchangingAsync(Guid[] reps, DateOnly today, ScoringRules book, CancellationToken cancellation)
    {
        var (fading, enough) = (Fading.Of(book.Reciprocity.HalfLife).ToDay(today.DayNumber), book.Reciprocity.Enough);
        return db.Standings.CountAsync(s => reps.Contains(s.RepId) && !s.Ended && (s.Gave + s.Took) * fading >= enough, cancellation);
    }
}
