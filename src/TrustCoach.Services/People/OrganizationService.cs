using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <param name="RequiresSecondFactor">Whether managers and admins sign in with a second factor.</param>
public sealed record ChangeOrganization(string Name, string TimeZone, bool RequiresSecondFactor);

/// <summary>Changes what holds for the whole organization.</summary>
public sealed class OrganizationService(TrustCoachDb db, TimeProvider clock)
{
    public Task<ChangeOrganization> FindAsync(CancellationToken cancellation) => db.Organizations
        .Select(o => new ChangeOrganization(o.Name, o.TimeZone, o.RequiresSecondFactor)).SingleAsync(cancellation);

    /// <returns>The problem; null when all is saved.</returns>
    public async Task<Problem?> ChangeAsync(Actor actor, ChangeOrganization command, CancellationToken cancellation)
    {
        var organization = await db.Organizations.SingleAsync(cancellation);
        var before = AuditTrail.Snapshot(organization);
        if (organization.Change(command.Name, command.TimeZone, command.RequiresSecondFactor) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), AuditActs.OrganizationChanged, organization.Id, before, AuditTrail.Snapshot(organization));
        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
