using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Numbers;

/// <summary>One relationship in a rep's roll-up. Points are 0 to 100.</summary>
/// <param name="Confidence">Its weight, 0 to below 1.</param>
public sealed record RollUpRow(Guid CustomerId, string Customer, int Judged, double Confidence, double Credibility, double Trust);

/// <summary>One rep in a team's roll-up: sums over the relationships that have not ended.</summary>
/// <param name="Credibility">Sum of confidence times points.</param>
/// <param name="Trust">Sum of confidence times points.</param>
public sealed record RepSums(Guid RepId, int Relationships, int Judged, double Confidence, double Credibility, double Trust);

/// <summary>Both scores rolled up.</summary>
public sealed record RollUpPair(RollUp Credibility, RollUp Trust)
{
    internal static RollUpPair Of(IEnumerable<RepSums> reps) => reps.Aggregate(
        new RollUpPair(default, default),
        (sum, rep) => new(sum.Credibility.Plus(new RollUp(rep.Credibility, rep.Confidence)), sum.Trust.Plus(new RollUp(rep.Trust, rep.Confidence))));
}

/// <summary>A rep's typical scores taken apart.</summary>
/// <param name="TeamCredibility">The team's points, for the little that is known.</param>
/// <param name="TooEarly">No relationship has enough judged encounters.</param>
public sealed record RepRollUp(
    SeenRep Rep, IReadOnlyList<RollUpRow> Rows, RollUpPair Sum, double TeamCredibility, double TeamTrust, double Credibility, double Trust,
    double TeamWeight, bool TooEarly);

/// <summary>One rep's line in the team's.</summary>
public sealed record TeamRollUpRow(string Name, RepSums Sums);

/// <summary>A team's typical scores taken apart, by name.</summary>
public sealed record TeamRollUp(
    IReadOnlyList<TeamChoice> Teams, TeamChoice Team, IReadOnlyList<TeamRollUpRow> Rows, RollUpPair Sum, double Credibility, double Trust, bool TooEarly);

/// <summary>Reads roll-ups with the same formulas as the team page: at most three statements.</summary>
public sealed class RollUpQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    private const string ByRep = $"""
        with {ScoresSql.Scored}
        select rep_id as "RepId", count(*)::int as "Relationships", count(*) filter (where judged >= @enough)::int as "Judged",
               sum(confidence) as "Confidence", sum(confidence * credibility) as "Credibility", sum(confidence * trust) as "Trust"
          from scored where not ended group by rep_id
        """;

    private const string ByRelationship = $"""
        with {ScoresSql.Scored}
        select c.id as "CustomerId", c.name as "Customer", s.judged as "Judged", s.confidence as "Confidence",
               s.credibility as "Credibility", s.trust as "Trust"
          from scored s
          join relationships r on r.organization_id = @organization and r.id = s.relationship_id
          join customers c on c.organization_id = @organization and c.id = r.customer_id
         where not s.ended order by c.name, c.id
        """;

    /// <summary>Null when the actor sees no scores of this rep.</summary>
    public async Task<RepRollUp?> OfRepAsync(Actor actor, Guid repId, CancellationToken cancellation)
    {
        if (await db.SeenRepAsync(actor, repId, cancellation) is not { } rep)
            return null;
        var (today, book) = (actor.Today(clock.GetUtcNow()), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var colleagues = await db.People.Where(p => p.TeamId != null && p.TeamId == rep.TeamId && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0)
            .Select(p => p.Id).ToListAsync(cancellation);
        var team = await SumsAsync([.. colleagues.Append(repId).Distinct()], today, book, cancellation);
        var rows = await db.Database.SqlQueryRaw<RollUpRow>(ByRelationship, Parameters([repId], today, book)).ToListAsync(cancellation);
        var (mine, all) = (RollUpPair.Of(team.Where(r => r.RepId == repId)), RollUpPair.Of(team));
        var (credibility, trust) = (all.Credibility.Team(book.Credibility, book), all.Trust.Team(book.Trust, book));
        return new(
            rep, rows, mine, credibility, trust, mine.Credibility.Rep(credibility, book), mine.Trust.Rep(trust, book),
            book.Reputation.RollUpWeight, team.Where(r => r.RepId == repId).Sum(r => r.Judged) == 0);
    }

    /// <summary>Null when the team is none of the actor's.</summary>
    /// <param name="teamId">Which team; the first by name otherwise.</param>
    public async Task<TeamRollUp?> OfTeamAsync(Actor actor, Guid? teamId, CancellationToken cancellation)
    {
        var teams = await db.ManagedTeamsAsync(actor, cancellation);
        if (teams.Pick(teamId) is not { } team)
            return teamId is null ? new([], new(Guid.Empty, ""), [], RollUpPair.Of([]), 0, 0, true) : null;
        var (today, book) = (actor.Today(clock.GetUtcNow()), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var reps = await SumsAsync([.. team.Reps.Select(r => r.Id)], today, book, cancellation);
        var sum = RollUpPair.Of(reps);
        return new(
            [.. teams.Where(t => t.IsOwn).Select(t => t.Choice)], team.Choice,
            team.Reps.ConvertAll(r => new TeamRollUpRow(r.Name, reps.Find(s => s.RepId == r.Id) ?? new(r.Id, 0, 0, 0, 0, 0))),
            sum, sum.Credibility.Team(book.Credibility, book), sum.Trust.Team(book.Trust, book), reps.Sum(r => r.Judged) == 0);
    }

    private Task<List<RepSums>> SumsAsync(Guid[] reps, DateOnly today, ScoringRules book, CancellationToken cancellation) =>
        db.Database.SqlQueryRaw<RepSums>(ByRep, Parameters(reps, today, book)).ToListAsync(cancellation);

    private object[] Parameters(Guid[] reps, DateOnly today, ScoringRules book) =>
        [.. ScoresParameters.Of(db.Organization.Id, reps, today, book).Cast<NpgsqlParameter>()];
}
