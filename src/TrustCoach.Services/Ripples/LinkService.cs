using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Ripples;

/// <summary>Links a customer with another one.</summary>
/// <param name="Key">Made with the form: sent twice, it notes one.</param>
/// <param name="As">What the other customer is to this one.</param>
/// <param name="ContactId">Who it is at this customer, where somebody is meant.</param>
/// <param name="OtherContactId">Who it is at the other one.</param>
public sealed record NoteLink(Guid Key, Guid CustomerId, LinkRole? As, Guid? ContactId, Guid OtherId, Guid? OtherContactId, string? Note);

/// <summary>What people do with links. Null where the actor may not change such a customer or link; a refusal where it cannot be done.</summary>
public sealed class LinkService(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Notes one; its id. The first customer has to be the actor's to change, the other one theirs to see.</summary>
    public async Task<Result<Guid>?> NoteAsync(Actor actor, NoteLink command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await PassAsync(command.CustomerId, command.OtherId, cancellation);
        if (!await db.CustomersFor(actor, Thing.Link, Act.Edit).AnyAsync(c => c.Id == command.CustomerId, cancellation))
            return null;
        if (await db.CustomerLinks.AnyAsync(l => l.Id == command.Key, cancellation))
            return command.Key;
        if (await RefusedAsync(actor, command, cancellation) is { } refused)
            return refused;
        var (here, there) = (new LinkEnd(command.CustomerId, command.ContactId), new LinkEnd(command.OtherId, command.OtherContactId));
        var (kind, from, to) = command.As!.Value switch
        {
            LinkRole.ReferredThem => (LinkKind.Referral, there, here),
            LinkRole.CameThroughThem => (LinkKind.Referral, here, there),
            LinkRole.FormerColleagues => (LinkKind.FormerColleague, here, there),
            _ => (LinkKind.SameGroup, here, there),
        };
        var id = command.Key == Guid.Empty ? Guid.CreateVersion7(now) : command.Key;
        if (CustomerLink.Between(actor.OrganizationId, id, kind, from, to, command.Note, actor.PersonId, now).Refused(out var problem, out var link))
            return problem.Field == nameof(CustomerLink.Kind) ? problem with { Field = nameof(command.As) } : problem;
        if (await CrowdedAsync(link, cancellation) is { } crowded)
            return crowded;
        db.Add(link);
        db.Record(actor, now, AuditActs.LinkNoted, link.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return link.Id;
    }

    /// <summary>Puts the note into other words.</summary>
    public Task<Result<Guid>?> ChangeAsync(Actor actor, Guid id, int version, string? note, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.LinkChanged, link => Task.FromResult(link.Change(note, version)), cancellation);

    /// <summary>Takes it away.</summary>
    public Task<Result<Guid>?> RemoveAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.LinkRemoved, link => Task.FromResult(link.Remove(version, clock.GetUtcNow())), cancellation);

    /// <summary>Puts back what was removed, where the same was not noted anew meanwhile.</summary>
    public Task<Result<Guid>?> PutBackAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.LinkPutBack, async link =>
        {
            if (link.RemovedAt is not null && await CrowdedAsync(link, cancellation) is { } crowded)
                return crowded;
            link.PutBack();
            return null;
        }, cancellation);

    private async Task<Result<Guid>?> AlterAsync(Actor actor, Guid id, string act, Func<CustomerLink, Task<Problem?>> alter, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var ends = await db.LinksFor(actor, Act.Edit).Where(l => l.Id == id).Select(l => new { l.FromCustomerId, l.ToCustomerId }).SingleOrDefaultAsync(cancellation);
        if (ends is null)
            return null;
        await PassAsync(ends.FromCustomerId, ends.ToCustomerId, cancellation);
        var link = await db.CustomerLinks.SingleAsync(l => l.Id == id, cancellation);
        var (before, version) = (AuditTrail.Snapshot(link), link.Version);
        if (await alter(link) is { } problem)
            return problem;
        if (link.Version == version)
            return id;
        db.Record(actor, clock.GetUtcNow(), act, id, before, AuditTrail.Snapshot(link));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return id;
    }

    private async Task<Problem?> RefusedAsync(Actor actor, NoteLink command, CancellationToken cancellation)
    {
        if (!await db.CustomersFor(actor, Thing.Link, Act.See).AnyAsync(c => c.Id == command.OtherId && c.ArchivedAt == null, cancellation))
            return new Problem("", "Pick one of your own customers; an archived one has to be put back first.");
        if (command.As is not { } role || !Enum.IsDefined(role))
            return new Problem(nameof(command.As), "Say how they are linked.");
        var named = new[] { (command.ContactId, command.CustomerId, nameof(command.ContactId)), (command.OtherContactId, command.OtherId, nameof(command.OtherContactId)) };
        foreach (var (contact, of, field) in named)
        {
            if (contact is { } who && !await db.Contacts.AnyAsync(c => c.Id == who && c.CustomerId == of, cancellation))
                return new Problem(field, "Pick one of the people there.");
        }

        return null;
    }

    private async Task<Problem?> CrowdedAsync(CustomerLink link, CancellationToken cancellation)
    {
        var (from, to) = (link.FromCustomerId, link.ToCustomerId);
        var standing = await db.CustomerLinks.AsNoTracking().Where(l => l.RemovedAt == null && l.Id != link.Id
            && (l.FromCustomerId == from || l.ToCustomerId == from || l.FromCustomerId == to || l.ToCustomerId == to)).ToListAsync(cancellation);
        if (standing.Exists(link.Repeats))
            return new Problem("", "They are linked in this way already.");
        return new[] { from, to }.Any(end => standing.Count(l => l.FromCustomerId == end || l.ToCustomerId == end) >= CustomerLink.MostOfACustomer)
            ? new Problem("", $"One of the two has {CustomerLink.MostOfACustomer} links already. Remove those that no longer matter first.")
            : null;
    }

    // Always in the same order: two who link the same customers from either side would wait for each other.
    private async Task PassAsync(Guid one, Guid other, CancellationToken cancellation)
    {
        foreach (var customer in new[] { one, other }.Order())
            await db.PassOneAtATimeAsync($"{customer}", cancellation);
    }
}
