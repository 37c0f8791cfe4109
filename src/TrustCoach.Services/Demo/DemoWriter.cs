using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.TrustLists;

namespace TrustCoach.Services.Demo;

/// <summary>Writes what the demo is made of, in the order in which one part needs the other.</summary>
public sealed class DemoWriter(TrustCoachDb db, HistoryWriter history, WeeklyPointsService weekly, ListsSeal lists, SecretSeal secrets)
{
    private const int RulesVersion = 1;

    internal async Task WriteAsync(DemoWorld world, TimeProvider clock, CancellationToken cancellation)
    {
        db.Add(world.Organization);
        db.Add(new RuleVersion(DemoOrganization.Id, RulesVersion, ScoringRules.Default, null, world.Organization.CreatedAt));
        db.AddRange(world.People.AllTeams);
        db.AddRange(world.People.All);
        db.AddRange(world.People.Accounts());
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();

        await history.WriteAsync(world.Batch, RulesVersion, cancellation);
        db.AddRange(world.Links);
        db.AddRange(world.RepairPlans);
        db.AddRange(world.HabitTrials);
        db.AddRange(world.Needs);
        db.AddRange(world.CloseCalls);
        db.AddRange(world.MethodCards);
        db.AddRange(world.Goals);
        db.AddRange(world.Coaching);
        db.AddRange(world.Lessons);
        db.AddRange(world.Lists.Select(l => new SealedLists(l.Person.OrganizationId, l.Person.Id, l.Version, lists.Close(l.Person.Id, l.Version, l.Lists))));
        db.AddRange(world.Secrets.Select(s => new SealedSecret(s.Person.OrganizationId, s.Id, s.Person.Id, secrets.Close(s.Person.Id, s.Id, s.Secret))));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await db.BulkInsertAsync(world.Audit, cancellation);
        var rules = new RuleBook();
        await new DemoDisputes(db, rules).WriteAsync(world, cancellation);
        await new DemoOffers(db, rules, clock).WriteAsync(world, cancellation);
        await new DemoOpenings(db).WriteAsync(world, cancellation);
        await weekly.FillAsync([.. world.People.Reps.Select(r => r.Id)], cancellation);
    }
}
