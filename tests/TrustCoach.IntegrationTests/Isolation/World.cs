using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Imports;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Isolation;

/// <summary>An organization with one of everything, each bearing its secret word.</summary>
public sealed record World(
    GivenOrganization Organization, GivenPerson Admin, GivenPerson Manager, GivenPerson Rep, Team Team,
    Customer Customer, Contact Contact, Relationship Relationship, Touchpoint Touchpoint, Promise Promise, ImportRun Import, Dispute Dispute, Fear Fear, TimeOfNeed Need, CloseCall Call, CustomerLink Link, Opportunity Opportunity, RepairPlan Plan, Goal Goal,
    CoachingSession Session, AgendaItem Item, CoachingPromise Agreed, string Secret)
{
    /// <summary>Every id an address could carry.</summary>
    public IEnumerable<Guid> Ids =>
    [
        Organization.Id, Admin.Id, Manager.Id, Rep.Id, Team.Id, Customer.Id, Contact.Id, Relationship.Id, Touchpoint.Id, Promise.Id, Import.Id, Dispute.Id, Fear.Id, Need.Id, Call.Id, Link.Id, Opportunity.Id, Plan.Id, Plan.EntryId, Goal.Id, Session.Id, Item.Id, Agreed.Id,
    ];

    /// <summary>The ids that a page's address is made for: any other is nothing to it. All of them where nobody has said.</summary>
    public IEnumerable<Guid> IdsOf(string route) => Known().FirstOrDefault(known => route.StartsWith(known.Prefix, StringComparison.Ordinal)).Ids ?? Ids;

    public static async Task<World> MakeAsync(WebFixture web, GivenOrganization? organization = null)
    {
        var secret = $"secret{Guid.NewGuid():n}";
        organization ??= await web.GivenAnOrganizationAsync($"{secret} Ltd");
        var manager = await web.GivenAManagerAsync(organization, $"{secret} manager");
        var team = await web.GivenATeamAsync(organization, manager, $"{secret} team");
        var rep = await web.GivenARepAsync(organization, team.Id, $"{secret} rep");
        var admin = await web.GivenAnAdminAsync(organization, $"{secret} admin");
        var now = web.Clock.GetUtcNow();
        var (customer, contact, relationship) = CustomerOf(organization.Id, rep.Id, secret, now);
        var touchpoint = Touchpoint.Log(
            new TouchpointOf(organization.Id, Guid.CreateVersion7(now), relationship.Id, rep.Id, customer.Id, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new TouchpointDetails(Outcome.Met, now.AddDays(-3), Summary: $"{secret} summary", Expectation: $"{secret} expectation"), TimeZoneInfo.Utc, now).Value;
        var disputed = Touchpoint.Log(
            new TouchpointOf(organization.Id, Guid.CreateVersion7(now), relationship.Id, rep.Id, customer.Id, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
            new TouchpointDetails(Outcome.Missed, now.AddDays(-3), Summary: $"{secret} miss"), TimeZoneInfo.Utc, now).Value;
        var promise = Promise.Make(
            new PromiseOf(organization.Id, Guid.CreateVersion7(now), relationship.Id, rep.Id, customer.Id, rep.Id, now.AddDays(-3)),
            new PromiseDetails(Direction.Ours, $"{secret} promise", DateOnly.FromDateTime(now.UtcDateTime).AddDays(5)),
            new PromiseCalendar(now, TimeZoneInfo.Utc, TimeZoneInfo.Utc, 7)).Value;
        var import = ImportRun.Upload(organization.Id, Guid.CreateVersion7(now), ImportKind.Customers, $"{secret}.csv", ["name", "rep"], 1, new(), admin.Id, now);

        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(organization.Id, CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var batch = new HistoryBatch();
        batch.Customers.Add(customer);
        batch.Contacts.Add(contact);
        batch.Relationships.Add(relationship);
        batch.Touchpoints.AddRange([touchpoint, disputed]);
        batch.Promises.Add(promise);
        batch.Gestures.Add(Gesture.Of(organization.Id, Guid.CreateVersion7(now), relationship.Id, touchpoint.Id, touchpoint.Day, true, 1, $"{secret} gesture").Value);
        await scope.ServiceProvider.GetRequiredService<HistoryWriter>().WriteAsync(batch, 1, CancellationToken.None);
        db.Add(import);
        var entry = await db.Ledger.SingleAsync(e => e.Id == disputed.Id);
        var dispute = Dispute.Raise(Guid.CreateVersion7(now), entry, $"{secret} reason", [], now, entry.Day).Value;
        db.Add(dispute);
        db.Add(CoachingPromise.Answer(organization.Id, dispute.Id, rep.Id, now, dispute.DueDay, 7));
        var ledger = scope.ServiceProvider.GetRequiredService<LedgerWriter>();
        await ledger.HoldAsync((await ledger.LockAsync(relationship.Id, CancellationToken.None))!, entry.Id, now, CancellationToken.None);
        db.Add(new ImportFile(organization.Id, import.Id, "name,rep\r\nx,\r\n"u8.ToArray()));
        var need = TimeOfNeed.Mark(new(organization.Id, Guid.CreateVersion7(now), customer.Id, rep.Id), new($"{secret} need", now.AddHours(-5), contact.Id), TimeZoneInfo.Utc, now).Value;
        var call = CloseCall.Note(new(organization.Id, Guid.CreateVersion7(now), rep.Id, relationship.Id), CloseCallKind.NearlyLate, null, null, _ => [], DateOnly.FromDateTime(now.UtcDateTime)).Value;
        var fear = Fear.Note(organization.Id, Guid.CreateVersion7(now), customer.Id, $"{secret} fear", contact.Id, null, rep.Id, entry.Day).Value;
        var (known, _, _) = CustomerOf(organization.Id, rep.Id, secret, now);
        var link = CustomerLink.Between(
            organization.Id, Guid.CreateVersion7(now), LinkKind.Referral, new(customer.Id, contact.Id), new(known.Id), $"{secret} note", rep.Id, now).Value;
        var opportunity = Opportunity.Open(
            new(organization.Id, Guid.CreateVersion7(now), relationship.Id, rep.Id, customer.Id),
            new($"{secret} opportunity", 12, OpportunityStage.OpenTalks, entry.Day), entry.Day).Value;
        var plan = RepairPlan.Start(Guid.CreateVersion7(now), entry, now);
        plan.SayWhatChanges($"{secret} change", 0);
        var session = CoachingSession.Plan(organization.Id, Guid.CreateVersion7(now), rep.Id, manager.Id, now.AddDays(1), 2, now).Value;
        session.Write(new($"{secret} went well", null, null), 0, now);
        session.WriteShared($"{secret} shared", 0, manager.Id);
        var item = AgendaItem.Raise(organization.Id, Guid.CreateVersion7(now), rep.Id, rep.Id, $"{secret} item", AgendaSource.Words, now).Value;
        var agreed = CoachingPromise.Agree(Guid.CreateVersion7(now), session, manager.Id, true, $"{secret} agreed", entry.Day.AddDays(9), entry.Day, 7, now).Value;
        var goal = Goal.Propose(new(organization.Id, Guid.CreateVersion7(now), rep.Id, manager.Id), new(Habit.PromiseLess, 8, 10, 4, $"{secret} why"), now, entry.Day).Value;
        db.AddRange(known, fear, need, call, link, opportunity, plan, goal, session, item, agreed);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new(organization, admin, manager, rep, team, customer, contact, relationship, touchpoint, promise, import, dispute, fear, need, call, link, opportunity, plan, goal, session, item, agreed, secret);
    }

    private (string Prefix, Guid[] Ids)[] Known() =>
    [
        ("customers/", [Customer.Id]), ("touchpoints/", [Touchpoint.Id, Dispute.EntryId]), ("promises/", [Promise.Id]), ("disputes/", [Dispute.Id, Dispute.EntryId]),
        ("fears/", [Fear.Id]), ("links/", [Link.Id]), ("opportunities/", [Opportunity.Id]), ("repairs/", [Plan.Id, Plan.EntryId]), ("goals/", [Goal.Id]),
        ("coaching/", [Session.Id, Item.Id, Agreed.Id, Rep.Id]), ("managers/", [Manager.Id]), ("team/", [Team.Id, Rep.Id]), ("reps/", [Rep.Id, Manager.Id]),
        ("settings/people/", [Rep.Id, Manager.Id, Admin.Id]), ("settings/teams/", [Team.Id]), ("settings/imports/", [Import.Id]),
    ];

    private static (Customer, Contact, Relationship) CustomerOf(Guid organizationId, Guid repId, string secret, DateTimeOffset now)
    {
        var customer = Customer.Add(organizationId, Guid.CreateVersion7(now), $"{secret} customer", true, $"{secret} burned", now).Value;
        var contact = Contact.Add(organizationId, Guid.CreateVersion7(now), customer.Id, $"{secret} contact", null, null, null).Value;
        var relationship = Relationship.Open(
            organizationId, Guid.CreateVersion7(now), repId, customer.Id, Climate.Cold, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-10));
        return (customer, contact, relationship);
    }
}
