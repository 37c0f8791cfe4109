using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>
/// Lives the history day by day through the domain, as the services would have: each event in one step on its standing. In memory
/// are the relationships, the open promises and one page, however long the history.
/// </summary>
internal sealed class Life
{
    private const int PageSize = 20_000;

    private readonly Cast _cast;
    private readonly DateOnly _start;
    private readonly Random _random = new(23);
    private readonly Ids _ids = new(29);
    private readonly List<Bond>?[] _agenda = new List<Bond>?[Size.Days + 1];
    private readonly Dictionary<(Guid RepId, DateOnly Day), RepTally> _tallies = [];
    private readonly Pledges _pledges;

    public Life(Cast cast, DateOnly start, ScoringRules rules)
    {
        (_cast, _start, Rules) = (cast, start, rules);
        _pledges = new Pledges(this, cast);
        foreach (var bond in cast.Bonds)
            Plan(bond);
    }

    public ScoringRules Rules { get; }

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Cast.Zone);

    public Random Random => _random;

    public Ids Ids => _ids;

    public Page Page { get; private set; } = null!;

    public IEnumerable<RepTally> Tallies => _tallies.Values;

    /// <summary>The history, page by page.</summary>
    public IEnumerable<Page> Pages()
    {
        Page = new Page(_cast.Organization.Id);
        for (var day = 0; day < Size.Days; day++)
        {
            _pledges.ComeDue(day);
            foreach (var (minute, bond) in Moments(day))
                Encounter(bond, day, Days.At(_start.AddDays(day), new TimeOnly(8 + (minute / 60), minute % 60), Zone));
            if (Page.Ledger.Count < PageSize)
                continue;
            yield return Page;
            Page = new Page(_cast.Organization.Id);
        }

        _pledges.StayOpen();
        Ahead();
        yield return Page;
    }

    public DateOnly DayOf(int day) => _start.AddDays(day);

    public RepTally TallyOf(Guid repId, DateOnly day) =>
        _tallies.TryGetValue((repId, day), out var tally) ? tally : _tallies[(repId, day)] = new RepTally(_cast.Organization.Id, repId, day);

    /// <summary>Puts new evidence on the standing and into the ledger.</summary>
    /// <param name="answered">The breach that a repair answers.</param>
    public void Book(Bond bond, LedgerEntry entry, (Evidence Evidence, double Missed)? answered = null)
    {
        var context = answered is { } breach && breach.Evidence.Id == entry.RefId ? new EvidenceContext(breach.Evidence, breach.Missed) : default;
        var units = bond.Standing.Apply(entry.Evidence, context, Rules);
        entry.Weigh(units.Kept, units.Missed);
        Page.Ledger.Add(entry);
        bond.Breach = units.Missed > 0 && !Units.IsIntegrity(entry.Kind) ? (entry.Evidence, units.Missed) : bond.Breach;
    }

    private void Plan(Bond bond)
    {
        if (bond.Lived < bond.Touchpoints)
            (_agenda[bond.NextDay(_random)] ??= []).Add(bond);
    }

    /// <summary>The day's encounters in order of the clock.</summary>
    private List<(int Minute, Bond Bond)> Moments(int day)
    {
        var moments = new List<(int Minute, Bond Bond)>();
        var bonds = _agenda[day] ?? [];
        // The list grows while a relationship meets again on the same day.
        for (var i = 0; i < bonds.Count; i++)
        {
            moments.Add((_random.Next(9 * 60), bonds[i]));
            bonds[i].Lived++;
            Plan(bonds[i]);
        }

        _agenda[day] = null;
        return [.. moments.OrderBy(m => m.Minute).ThenBy(m => m.Bond.Number)];
    }

    private void Encounter(Bond bond, int day, DateTimeOffset at)
    {
        var touchpoint = Touchpoint.Log(Of(bond, at), Details(bond, at), Zone, at.AddMinutes(20)).Value;
        var answered = bond.Breach;
        foreach (var entry in touchpoint.Evidence())
            Book(bond, entry, answered);
        if (touchpoint.Repairs.Count > 0)
            bond.Breach = null;
        if (touchpoint.IsContact)
            bond.Standing.Meet(touchpoint.HappenedAt);
        TallyOf(touchpoint.RepId, touchpoint.Day).Count(touchpoint, 1);
        Page.Touchpoints.Add(touchpoint);
        Page.Note(touchpoint.RecordedAt, touchpoint.RepId, AuditActs.TouchpointLogged, touchpoint.Id);
        if (bond.IsPlain)
            return;
        _pledges.Give(bond, touchpoint, day);
        if (_random.NextDouble() < 0.02)
            Favour(bond, touchpoint);
    }

    private TouchpointOf Of(Bond bond, DateTimeOffset at) => new(
        _cast.Organization.Id, _ids.At(at), bond.Relationship.Id, bond.Relationship.RepId, bond.Relationship.CustomerId, bond.Relationship.RepId,
        EvidenceLevel.SelfReported, _ids.At(at));

    private TouchpointDetails Details(Bond bond, DateTimeOffset at)
    {
        var outcome = _random.NextDouble() < bond.Missed ? Outcome.Missed : _random.NextDouble() < 0.12 ? Outcome.Exceeded : Outcome.Met;
        var details = new TouchpointDetails(
            !bond.IsPlain && _random.NextDouble() < 0.1 ? Outcome.Courtesy : outcome, at, (Channel)(1 + _random.Next(7)), _random.NextDouble() < 0.5 ? bond.ContactId : null,
            _random.NextDouble() < 0.7 ? Words.Summary(_random) : null, _random.NextDouble() < 0.5 ? Words.Expectation(_random) : null,
            OwnedUp: _random.NextDouble() < 0.3);
        if (bond.IsPlain)
            return details;
        if (bond.Breach is { } breach && _random.NextDouble() < 0.3)
            details = details with { Repairs = [new RepairDetails(RepairKind.Apology, breach.Evidence.Id)] };
        return _random.NextDouble() < 0.03 ? details with { Breakers = [Breaker()] } : details;
    }

    private BreakerDetails Breaker() => _random.Next(20) switch
    {
        0 => new BreakerDetails(BreakerKind.Lie, 1),
        1 or 2 => new BreakerDetails(BreakerKind.Gossip, 1),
        < 6 => new BreakerDetails(BreakerKind.Exaggeration, 1),
        _ => new BreakerDetails(BreakerKind.Late, Severity.Normal, 5 * (1 + _random.Next(10))),
    };

    private void Favour(Bond bond, Touchpoint touchpoint)
    {
        var given = _random.NextDouble() < 0.6;
        var gesture = Gesture.Of(
            touchpoint.OrganizationId, _ids.At(touchpoint.RecordedAt), touchpoint.RelationshipId, touchpoint.Id, touchpoint.Day, given, (short)(1 + _random.Next(3)), "An introduction.").Value;
        Page.Gestures.Add(gesture);
        bond.Standing.ApplyFavour(LedgerWriter.FavourOf(gesture)!.Value, Rules);
    }

    /// <summary>Every rep has something planned in the next days.</summary>
    private void Ahead()
    {
        var now = Days.At(_start.AddDays(Size.Days - 1), new TimeOnly(18, 0), Zone);
        foreach (var bond in _cast.Bonds.GroupBy(b => b.Relationship.RepId).SelectMany(own => own.Take(3)))
        {
            var at = Days.At(_start.AddDays(Size.Days + _random.Next(7)), new TimeOnly(19, 30), Zone);
            var planned = Touchpoint.Log(Of(bond, now), new TouchpointDetails(null, at, Channel.Meeting, bond.ContactId, null, Words.Expectation(_random)), Zone, now).Value;
            Page.Touchpoints.Add(planned);
            Page.Note(now, planned.RepId, AuditActs.TouchpointLogged, planned.Id);
        }
    }
}
