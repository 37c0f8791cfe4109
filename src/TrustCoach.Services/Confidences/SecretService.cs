using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Confidences;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Confidences;

/// <summary>A secret as its author reads it.</summary>
/// <param name="Secret">Null when it cannot be opened any more.</param>
/// <param name="Customer">The customer's name; null for none, and for one the author may see no more.</param>
public sealed record KeptSecret(Guid Id, int Version, Secret? Secret, string? Customer);

/// <summary>What the form says of a secret.</summary>
public sealed record SaidSecret(string? What, string? From, string? MayKnow, Guid? CustomerId, DateOnly? ToldOn, DateOnly? Until);

/// <summary>
/// Keeps one's own register of what was told in confidence. Nobody else's can be asked for, and it goes past audit and log on purpose:
/// that something was confided is nobody's business either. Null where the author has no such secret; a refusal where it cannot be done.
/// </summary>
public sealed class SecretService(TrustCoachDb db, SecretSeal seal, TimeProvider clock)
{
    /// <summary>All of one's own, the last told first: two statements.</summary>
    public async Task<IReadOnlyList<KeptSecret>> AllAsync(Actor actor, CancellationToken cancellation)
    {
        var rows = await Own(actor).AsNoTracking().ToListAsync(cancellation);
        return [.. (await OpenedAsync(actor, rows, cancellation)).OrderByDescending(s => s.Secret?.ToldOn).ThenBy(s => s.Id)];
    }

    public async Task<KeptSecret?> FindAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        (await OpenedAsync(actor, await Own(actor).AsNoTracking().Where(s => s.Id == id).ToListAsync(cancellation), cancellation)).SingleOrDefault();

    /// <summary>Keeps one; its id.</summary>
    /// <param name="id">Made with the form: sent twice, it is one.</param>
    public async Task<Result<Guid>> KeepAsync(Actor actor, Guid id, SaidSecret said, CancellationToken cancellation)
    {
        if ((await ReadAsync(actor, said, cancellation)).Refused(out var problem, out var secret))
            return problem;
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"secrets of {actor.PersonId}", cancellation);
        if (await Own(actor).AnyAsync(s => s.Id == id, cancellation))
            return id;
        if (await Own(actor).CountAsync(cancellation) >= Secret.Most)
            return new Problem("", $"{Secret.Most} are kept already. Let go of those that are no secret any more first.");
        // A key that is somebody else's row is left alone.
        if (id == Guid.Empty || await db.SealedSecrets.AnyAsync(s => s.Id == id, cancellation))
            id = Guid.NewGuid();
        db.SealedSecrets.Add(new(actor.OrganizationId, id, actor.PersonId, seal.Close(actor.PersonId, id, secret)));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Puts it into other words.</summary>
    public async Task<Result<Guid>?> ChangeAsync(Actor actor, Guid id, int version, SaidSecret said, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"secrets of {actor.PersonId}", cancellation);
        if (await Own(actor).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } row)
            return null;
        if (row.Version != version)
            return new Problem("", "You changed this in another window meanwhile. Look at it again.");
        if ((await ReadAsync(actor, said, cancellation)).Refused(out var problem, out var secret))
            return problem;
        row.Rewrite(seal.Close(actor.PersonId, id, secret));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Erases it; nothing of it stays. True when there was one.</summary>
    public async Task<bool> LetGoAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        await Own(actor).Where(s => s.Id == id).ExecuteDeleteAsync(cancellation) > 0;

    private async Task<Result<Secret>> ReadAsync(Actor actor, SaidSecret said, CancellationToken cancellation)
    {
        if (said.CustomerId is { } id && !await db.CustomersFor(actor, Thing.Secret, Act.Edit).AnyAsync(c => c.Id == id, cancellation))
            return new Problem(nameof(said.CustomerId), "Pick one of your own customers.");
        return Secret.Of(said.What, said.From, said.MayKnow, said.CustomerId, said.ToldOn, said.Until, actor.Today(clock.GetUtcNow()));
    }

    private async Task<List<KeptSecret>> OpenedAsync(Actor actor, List<SealedSecret> rows, CancellationToken cancellation)
    {
        var opened = rows.ConvertAll(row => (row, Secret: seal.Open(actor.PersonId, row.Id, row.Sealed)));
        var ids = opened.Select(o => o.Secret?.CustomerId).OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.CustomersFor(actor, Thing.Secret, Act.See).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation);
        return opened.ConvertAll(o => new KeptSecret(o.row.Id, o.row.Version, o.Secret, o.Secret?.CustomerId is { } id ? names.GetValueOrDefault(id) : null));
    }

    private IQueryable<SealedSecret> Own(Actor actor) => db.SealedSecrets.Where(s => s.PersonId == actor.PersonId);
}
