using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Numbers;

/// <summary>What one relationship adds to a rep's reputation.</summary>
/// <param name="Outcomes">Gp and Bp today.</param>
/// <param name="Share">f, above 0 to 1: a big customer counts for so many outcomes only.</param>
/// <param name="Elsewhere">rho, 0 to 1: the reputation without this relationship, from which it starts.</param>
public sealed record ReputationRow(Guid CustomerId, string Customer, Outcomes Outcomes, double Share, double Elsewhere)
{
    public double Kept => Share * Outcomes.Kept;

    public double Weight => Share * (Outcomes.Kept + Outcomes.Missed);
}

/// <summary>A rep's reputation taken apart: by relationship, the ended ones too.</summary>
/// <param name="Rho">Over all relationships, 0 to 1.</param>
public sealed record RepReputation(SeenRep Rep, IReadOnlyList<ReputationRow> Rows, Reputation Sum, double Rho, ReputationRules Rules);

/// <summary>Reads a rep's reputation by relationship: at most five statements.</summary>
public sealed class RepReputationQuery(TrustCoachDb db, RuleBook rules, ReadingsQuery readings, TimeProvider clock)
{
    /// <summary>Null when the actor sees no scores of this rep.</summary>
    public async Task<RepReputation?> RunAsync(Actor actor, Guid repId, CancellationToken cancellation)
    {
        if (await db.SeenRepAsync(actor, repId, cancellation) is not { } rep)
            return null;
        var (today, book) = (actor.Today(clock.GetUtcNow()), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var read = await readings.RunAsync([repId], today, actor.RulesVersion, cancellation);
        var named = await db.NamesAsync([.. read.Keys], cancellation);
        var sum = new Reputation();
        var rows = new List<ReputationRow>(read.Count);
        foreach (var (id, (standing, _, rho)) in read)
        {
            var outcomes = Outcomes.Of(standing, today.DayNumber, book);
            sum = sum.Plus(outcomes, book);
            var total = outcomes.Kept + outcomes.Missed;
            if (total > 0)
                rows.Add(new(named[id].CustomerId, named[id].Customer, outcomes, Math.Min(1, book.Reputation.MostOfOneCustomer / total), rho));
        }

        return new(
            rep, [.. rows.OrderBy(r => r.Customer, StringComparer.Create(actor.Culture, true)).ThenBy(r => r.CustomerId)],
            sum, sum.Rho(book.Reputation.Team, book), book.Reputation);
    }
}
