using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Services.Demo;

/// <summary>A dispute of the demo, told like everything else in days ago.</summary>
/// <param name="Answered">Days ago; null while it is open.</param>
internal sealed record DemoDispute(
    Person Rep, Guid EntryId, int Raised, string Reason, int? Answered = null, DisputeState State = DisputeState.Open, string? Answer = null);

/// <summary>Raises and answers the demo's disputes as people do, on a clock that stands at the day each is told of.</summary>
internal sealed class DemoDisputes(TrustCoachDb db, RuleBook rules)
{
    public async Task WriteAsync(DemoWorld world, CancellationToken cancellation)
    {
        foreach (var told in world.Disputes)
        {
            var id = await RaiseAsync(world, told, cancellation);
            if (told.Answered is { } ago)
                await AnswerAsync(world, told, id, ago, cancellation);
        }
    }

    private async Task<Guid> RaiseAsync(DemoWorld world, DemoDispute told, CancellationToken cancellation)
    {
        var (book, events) = On(world.Calendar.At(told.Raised, 10, 20));
        var actor = As(world, told.Rep);
        var (standing, entry) = await events.OpenOwnAsync(actor, told.EntryId, cancellation)
            ?? throw new InvalidOperationException($"{told.Rep.Name} has no such event.");
        var raised = await book.RaiseAsync(actor, standing, entry, new(told.EntryId, told.Reason, ""), events.Now, cancellation);
        await SaveAsync(cancellation);
        return raised.Value.DisputeId;
    }

    private async Task AnswerAsync(DemoWorld world, DemoDispute told, Guid id, int ago, CancellationToken cancellation)
    {
        var (book, events) = On(world.Calendar.At(ago, 16, 5));
        var actor = As(world, world.People.ManagerOf(told.Rep));
        var dispute = await db.Disputes.SingleAsync(d => d.Id == id, cancellation);
        var standing = await events.LockAsync(dispute.RelationshipId, cancellation);
        var refused = told.State == DisputeState.Voided ? await events.WithdrawAsync(actor, standing!, told.EntryId, told.Answer, cancellation) : null;
        refused ??= await book.CloseAsync(actor, standing!, dispute, new(id, told.State, told.Answer, ""), events.Now, cancellation);
        if (refused is not null)
            throw new InvalidOperationException(refused.Message);
        await SaveAsync(cancellation);
    }

    private (DisputeBook Book, DisputedEvents Events) On(DateTimeOffset at)
    {
        var (clock, ledger) = (new StoppedClock(at), new LedgerWriter(db, rules));
        var promises = new PromiseBook(db, ledger, rules, clock);
        return (new DisputeBook(db, ledger, rules), new DisputedEvents(db, ledger, promises, new TouchpointBook(db, ledger, promises, clock)));
    }

    internal static Actor As(DemoWorld world, Person person) => new(
        person.OrganizationId, world.Organization.Name, person.Id, person.Name, person.Roles, person.TeamId, world.Calendar.Zone,
        CultureInfo.GetCultureInfo(person.Culture), world.Calendar.Zone, world.Organization.RulesVersion);

    private async Task SaveAsync(CancellationToken cancellation)
    {
        // Nobody in the demo reads mail.
        foreach (var mail in db.ChangeTracker.Entries<OutgoingMail>().ToList())
            mail.State = EntityState.Detached;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    internal sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
