using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>Promises of the history: given in an encounter, closed on a day to come. Only the open ones are kept in memory.</summary>
internal sealed class Pledges(Life life, Cast cast)
{
    private const int LongestWait = 30;

    private readonly Dictionary<int, List<(Bond Bond, Promise Promise, Fate Fate)>> _due = [];

    private enum Fate
    {
        Kept,
        Exceeded,
        Late,
        LeftToTheClock,
    }

    /// <summary>One encounter in eight brings a promise of ours, one in thirty one of theirs.</summary>
    public void Give(Bond bond, Touchpoint during, int day)
    {
        var dice = life.Random.NextDouble();
        if (dice >= 0.16 || IsBusy(bond) && day > Size.Days - LongestWait)
            return;
        var direction = dice < 0.125 ? Direction.Ours : Direction.Theirs;
        var wait = 2 + life.Random.Next(14);
        var promise = Make(bond, during.HappenedAt.AddMinutes(15), direction, life.DayOf(day + wait), during.Id);
        var fate = Draw();
        var closed = fate switch { Fate.Late => wait + 3, Fate.LeftToTheClock => wait + life.Rules.GraceDays, _ => wait - 1 };
        Await(day + closed, bond, promise, fate);
    }

    /// <summary>Closes what is to be closed on a day.</summary>
    public void ComeDue(int day)
    {
        if (!_due.Remove(day, out var pledges))
            return;
        foreach (var (bond, promise, fate) in pledges)
            Close(bond, promise, fate, life.DayOf(day));
    }

    /// <summary>Writes what is still open, and gives the busy rep exactly as many open promises as the Today page is measured with.</summary>
    public void StayOpen()
    {
        life.Page.Promises.AddRange(_due.OrderBy(d => d.Key).SelectMany(d => d.Value).Select(d => d.Promise));
        var at = Days.At(life.DayOf(Size.Days - 1), new TimeOnly(17, 30), life.Zone);
        var busy = cast.Bonds.FindAll(IsBusy);
        for (var i = 0; i < Size.BusyPromises; i++)
            life.Page.Promises.Add(Make(busy[i % busy.Count], at, Direction.Ours, life.DayOf(Size.Days - 1 + (i / 3)), null));
    }

    private static bool IsBusy(Bond bond) => bond.Number < Size.BusyRelationships;

    private Fate Draw() => life.Random.Next(20) switch
    {
        0 => Fate.LeftToTheClock,
        1 or 2 => Fate.Late,
        3 or 4 => Fate.Exceeded,
        _ => Fate.Kept,
    };

    private Promise Make(Bond bond, DateTimeOffset at, Direction direction, DateOnly due, Guid? touchpointId)
    {
        var r = bond.Relationship;
        var of = new PromiseOf(r.OrganizationId, life.Ids.At(at), r.Id, r.RepId, r.CustomerId, r.RepId, at, touchpointId);
        var promise = Promise.Make(of, new PromiseDetails(direction, Words.Promise(life.Random), due), Calendar(at)).Value;
        life.Page.Note(at, r.RepId, AuditActs.PromiseMade, promise.Id);
        return promise;
    }

    private void Await(int day, Bond bond, Promise promise, Fate fate)
    {
        if (!_due.TryGetValue(day, out var pledges))
            _due[day] = pledges = [];
        pledges.Add((bond, promise, fate));
    }

    private void Close(Bond bond, Promise promise, Fate fate, DateOnly day)
    {
        var at = Days.At(day, new TimeOnly(7, 30), life.Zone);
        var turn = fate == Fate.LeftToTheClock
            ? promise.CloseByClock(day, Calendar(at))!
            : promise.Keep(at, fate == Fate.Exceeded, EvidenceLevel.SelfReported, promise.RepId, Calendar(at)).Value;
        if (promise.EvidenceOf(turn) is { } entry)
            life.Book(bond, entry);
        if (promise.Direction == Direction.Ours)
            life.TallyOf(promise.RepId, turn.Day).Count(turn, 1);
        if (LedgerWriter.FavourOf(promise) is { } favour)
            bond.Standing.ApplyFavour(favour, life.Rules);
        life.Page.Promises.Add(promise);
        life.Page.Note(at, turn.By, AuditActs.PromiseTurned, promise.Id, promise);
    }

    private PromiseCalendar Calendar(DateTimeOffset now) => new(now, life.Zone, life.Zone, life.Rules.GraceDays);
}
