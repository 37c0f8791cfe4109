using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.Records;

namespace TrustCoach.Services.Demo;

/// <summary>Somebody of the demo reads a page of a rep's record, so many days ago.</summary>
internal sealed record DemoOpening(Person By, int Ago, int Hour, EvidenceOpened Opened);

/// <summary>Notes them as the pages do, on a clock that stands at the day each is told of.</summary>
internal sealed class DemoOpenings(TrustCoachDb db)
{
    public async Task WriteAsync(DemoWorld world, CancellationToken cancellation)
    {
        foreach (var told in world.Openings)
        {
            await new RecordService(db, new DemoDisputes.StoppedClock(world.Calendar.At(told.Ago, told.Hour, 12)), NullLogger<RecordService>.Instance)
                .NoteOpenedAsync(DemoDisputes.As(world, told.By), [told.Opened], cancellation);
        }
    }
}
