using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Opportunities;

/// <summary>Settles the readings of offers whose day is over. Run again or by several at once, it changes nothing twice.</summary>
public sealed partial class OfferClock(TrustCoachDb db, OfferReadings offers, TimeProvider clock, ILogger<OfferClock> logger)
{
    private const int Batch = 50;

    /// <summary>Goes through all organizations.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await db.EnterDirectoryAsync(cancellation);
        var organizations = await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancellation);
        foreach (var organization in organizations)
        {
            await db.EnterAsync(organization.Id, cancellation);
            await RunAsync(organization, cancellation);
        }
    }

    private async Task RunAsync(Organization organization, CancellationToken cancellation)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var today = Days.Of(clock.GetUtcNow(), zone);
        var due = await db.Opportunities.Where(o => o.OfferedOn < today && !o.OfferSettled)
            .OrderBy(o => o.OfferedOn).Take(Batch).Select(o => o.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            try
            {
                var opportunity = await db.Opportunities.SingleAsync(o => o.Id == id, cancellation);
                await offers.ReadAsync(opportunity, zone, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changed it just now; what they saved is read next time.
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure, id);
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The offer of opportunity {OpportunityId} could not be read; it is tried again next time.")]
    private partial void LogFailed(Exception failure, Guid opportunityId);
}
