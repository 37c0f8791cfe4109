using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>The list of customers, page by page: three statements, two more for a stage, one more when nothing is named as typed.</summary>
public sealed class CustomersQuery(TrustCoachDb db, FewReadingsQuery readings, RuleBook rules, TimeProvider clock)
{
    public const int PageSize = 25;

    private const string InStage = $"""with {ScoresSql.Scored} select relationship_id as "Value" from scored where stage = any(@stages)""";

    /// <summary>Stands for the last contact of a customer nobody has met yet.</summary>
    internal static readonly DateTimeOffset Never = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<CustomersPage> RunAsync(Actor actor, CustomersAsked asked, CancellationToken cancellation)
    {
        var (after, term) = (CustomersCursor.Parse(asked.After, asked.Sort), SearchTerm.Of(asked.Search));
        var found = Found(actor, asked);
        if (asked.Stage is { } stage && actor.May(Thing.Score, Act.See))
        {
            var (scored, ids) = (db.RelationshipsFor(actor, Thing.Score, Act.See), await InStageAsync(actor, stage, cancellation));
            found = found.Where(f => ids.Contains(f.Relationship.Id) && scored.Any(r => r.Id == f.Relationship.Id));
        }

        var rows = await PageAsync(actor, Ordered(Named(found, term), asked.Sort, after), cancellation);
        var near = rows.Count == 0 && term is not null && after is null;
        if (near)
            rows = await PageAsync(actor, Alike(found, term!), cancellation);

        var shown = rows.Take(PageSize).ToList();
        var last = shown.LastOrDefault()?.Row;
        // Names that are only alike fill one page, the likeliest first: further down none is meant.
        var next = rows.Count > PageSize && !near
            ? new CustomersCursor(CustomersCursor.PlaceOf(last!, asked.Sort), last!.CustomerId, last.RelationshipId).ToString()
            : null;
        var read = await readings.RunAsync(
            [.. shown.Where(r => r.MaySeeScore).Select(r => r.Standing)], actor.Today(clock.GetUtcNow()), actor.RulesVersion, cancellation);
        return new([.. shown.Select(r => r.Row with { Reading = read.GetValueOrDefault(r.Row.RelationshipId)?.Reading })], near && shown.Count > 0, next);
    }

    private IQueryable<FoundRelationship> Found(Actor actor, CustomersAsked asked)
    {
        var since = clock.GetUtcNow().AddDays(-Relationship.QuietDays);
        var quietBefore = actor.Today(since);
        IQueryable<Standing> standings = db.Standings;
        var relationships = db.RelationshipsFor(actor, Thing.Customer, Act.See)
            .Where(r => asked.Show == CustomerShow.Ended ? r.EndedOn != null && r.End != RelationshipEnd.HandedOver : r.EndedOn == null);
        var customers = db.Customers.Where(c => asked.Show == CustomerShow.Archived ? c.ArchivedAt != null : c.ArchivedAt == null);
        if (asked.RepId is { } rep)
            relationships = relationships.Where(r => r.RepId == rep);
        if (asked.Show == CustomerShow.Burned)
            customers = customers.Where(c => c.BurnedBefore);
        if (asked.Show == CustomerShow.Quiet)
        {
            relationships = relationships.Where(r => r.OpenedOn <= quietBefore);
            standings = standings.Where(s => s.LastContactAt == null || s.LastContactAt <= since);
        }

        return from c in customers
               join r in relationships on c.Id equals r.CustomerId
               join s in standings on r.Id equals s.RelationshipId
               select new FoundRelationship { Customer = c, Relationship = r, Standing = s };
    }

    private IQueryable<FoundRelationship> Named(IQueryable<FoundRelationship> found, string? term)
    {
        if (term is null)
            return found;
        var named = db.CustomersNamed(term);
        return found.Where(f => named.Contains(f.Customer.Id));
    }

    private IQueryable<FoundRelationship> Alike(IQueryable<FoundRelationship> found, string term) =>
        from f in found
        join alike in db.CustomersAlike(term) on f.Customer.Id equals alike.CustomerId
        orderby alike.Likeness descending, f.Customer.Name, f.Relationship.Id
        select f;

    private Task<List<ScoredRow>> PageAsync(Actor actor, IQueryable<FoundRelationship> ordered, CancellationToken cancellation)
    {
        var scored = db.RelationshipsFor(actor, Thing.Score, Act.See);
        var rows =
            from f in ordered.Take(PageSize + 1)
            join p in db.People on f.Relationship.RepId equals p.Id
            select new ScoredRow
            {
                Standing = f.Standing,
                MaySeeScore = scored.Any(r => r.Id == f.Relationship.Id),
                Row = new CustomerRow
                {
                    CustomerId = f.Customer.Id,
                    RelationshipId = f.Relationship.Id,
                    Name = f.Customer.Name,
                    BurnedBefore = f.Customer.BurnedBefore,
                    RepId = f.Relationship.RepId,
                    RepName = p.Name,
                    OpenedOn = f.Relationship.OpenedOn,
                    EndedOn = f.Relationship.EndedOn,
                    Contacts = db.Contacts.Count(x => x.CustomerId == f.Customer.Id && x.LeftAt == null),
                    MainContact = db.Contacts.Where(x => x.CustomerId == f.Customer.Id && x.LeftAt == null).OrderBy(x => x.Id).Select(x => x.Name).FirstOrDefault(),
                    LastContact = f.Standing.LastContactAt,
                    OpenPromises = db.Promises.Count(x => x.RelationshipId == f.Relationship.Id && x.State == PromiseState.Open && x.Direction == Direction.Ours),
                },
            };
        return rows.AsNoTracking().ToListAsync(cancellation);
    }

    // Every order ends with the relationship's id, so that no row comes twice and none is left out between two pages.
    private static IQueryable<FoundRelationship> Ordered(IQueryable<FoundRelationship> found, CustomerSort sort, CustomersCursor? after)
    {
        var never = Never;
        var (id, at, day, name) = (after?.RelationshipId ?? default, after?.At ?? default, after?.Day ?? default, after?.Place ?? "");
        switch (sort)
        {
            case CustomerSort.Contact:
                if (after is not null)
                    found = found.Where(f => (f.Standing.LastContactAt ?? never) < at || ((f.Standing.LastContactAt ?? never) == at && f.Relationship.Id < id));
                return found.OrderByDescending(f => f.Standing.LastContactAt ?? never).ThenByDescending(f => f.Relationship.Id);
            case CustomerSort.Quiet:
                if (after is not null)
                    found = found.Where(f => (f.Standing.LastContactAt ?? never) > at || ((f.Standing.LastContactAt ?? never) == at && f.Relationship.Id > id));
                return found.OrderBy(f => f.Standing.LastContactAt ?? never).ThenBy(f => f.Relationship.Id);
            case CustomerSort.Opened:
                if (after is not null)
                    found = found.Where(f => f.Relationship.OpenedOn < day || (f.Relationship.OpenedOn == day && f.Relationship.Id < id));
                return found.OrderByDescending(f => f.Relationship.OpenedOn).ThenByDescending(f => f.Relationship.Id);
            default:
                var customer = after?.CustomerId ?? default;
                if (after is not null)
                {
                    // A comparison of rows, so that the index begins where the page before ended.
                    found = found.Where(f => EF.Functions.GreaterThanOrEqual(
                            ValueTuple.Create(f.Customer.Name, f.Customer.Id), ValueTuple.Create(name, customer))
                        && (f.Customer.Id != customer || f.Relationship.Id > id));
                }

                return found.OrderBy(f => f.Customer.Name).ThenBy(f => f.Customer.Id).ThenBy(f => f.Relationship.Id);
        }
    }

    // A stage depends on today and on the rep's other customers, so no column has it: all that may be seen are read, in SQL.
    private async Task<Guid[]> InStageAsync(Actor actor, Stage stage, CancellationToken cancellation)
    {
        var scored = db.RelationshipsFor(actor, Thing.Score, Act.See);
        var reps = await scored.Select(r => r.RepId).Distinct().ToArrayAsync(cancellation);
        int[] stages = stage == Stage.AtRisk ? [(int)Stage.AtRisk, (int)Stage.Broken] : [(int)stage];
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var parameters = ScoresParameters.Of(db.Organization.Id, reps, actor.Today(clock.GetUtcNow()), book);
        parameters.Add(new NpgsqlParameter<int[]>("stages", stages));
        return await db.Database.SqlQueryRaw<Guid>(InStage, [.. parameters]).ToArrayAsync(cancellation);
    }

    private sealed class FoundRelationship
    {
        public required Customer Customer { get; init; }

        public required Relationship Relationship { get; init; }

        public required Standing Standing { get; init; }
    }

    private sealed class ScoredRow
    {
        public required CustomerRow Row { get; init; }

        public required Standing Standing { get; init; }

        public required bool MaySeeScore { get; init; }
    }
}
