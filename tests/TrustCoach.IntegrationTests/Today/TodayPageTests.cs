using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Favours;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Today;

public sealed class TodayPageTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private static readonly DateOnly Wednesday = PromisePageFixture.Wednesday;

    [Fact]
    public async Task Somebody_new_learns_the_first_step()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(rep);
        var page = await client.GetPageAsync("/");
        page.QuerySelector("main .empty a, main a[href='/customers/new']")!.TextContent.Should().Contain("Add a customer");
        page.Body!.TextContent.Should().Contain("too early to say", "no number stands for nothing");
    }

    [Fact]
    public async Task What_is_owed_stands_first_and_is_kept_with_one_click()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel, 0, "Send the depot audit", new(17, 0));
        var page = await client.GetPageAsync("/");
        page.QuerySelector("main .badge")!.TextContent.Should().Be("Today 17:00");
        page.QuerySelector(".lead")!.TextContent.Should().Be("One promise falls due today, no relationship is slipping.");
        page.QuerySelector(".sidebar .menu-count")!.TextContent.Should().StartWith("1");
        (await client.SubmitAsync("/", form => form.GetAttribute("action")!.Contains("/kept", StringComparison.Ordinal))).Dispose();

        (await web.LoadAsync(rep, id)).State.Should().Be(PromiseState.Kept);
        (await client.GetPageAsync("/")).QuerySelector(".flash")!.TextContent.Should().Contain("Kept:");
    }

    [Fact]
    public async Task An_encounter_is_logged_from_here_and_leads_back_here()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        using var response = await client.SubmitAsync("/", ("Input.RelationshipId", $"{kestrel.Id}"), ("Input.Outcome", "Met"), ("Input.Expectation", "The depot audit"));

        response.Headers.Location!.OriginalString.Should().Be("/");
        (await client.GetPageAsync("/")).QuerySelector(".flash")!.TextContent.Should().Contain("Logged.").And.Contain("Undo");
        await using var db = web.Db(rep.Organization);
        (await db.Touchpoints.SingleAsync()).Expectation.Should().Be("The depot audit");
    }

    [Fact]
    public async Task The_worst_drop_comes_first_with_its_reason_and_what_was_then()
    {
        var (rep, slipping, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var steady = await web.GivenACustomerAsync(rep, "Steady & Sons");
        var old = Enumerable.Range(0, 6).Select(week => (-80 + (week * 7), EvidenceKind.Met)).ToArray();
        await LogAsync(rep, steady.Id, [.. old, (-3, EvidenceKind.Met)]);
        await LogAsync(rep, slipping.Id, [.. old, (-10, EvidenceKind.Missed), (-3, EvidenceKind.Late)]);
        var reading = await ReadAsync(rep);

        var only = reading.Slipping.Needing.Should().ContainSingle().Subject;
        (only.Customer, only.Signs.TwoOfLastFiveMissed).Should().Be(("Kestrel Foods", true));
        only.Signs.Missed.Should().BeEquivalentTo([(EvidenceKind.Missed, 1), (EvidenceKind.Late, 1)]);
        var then = ClosedForm.Read(Evidence(old), new Opening(Climate.Cold, false), 0.5, Wednesday.AddDays(-30).DayNumber, ScoringRules.Default);
        only.Before.Should().BeApproximately(then.Credibility, 12, "only the reputation of today stands in for that day's");
        only.Drop.Should().BeGreaterThan(15);
        reading.Typical.Relationships.Should().Be(2);
        (await client.GetPageAsync("/")).Body!.TextContent.Should().Contain("One missed expectation and one late start in 30 days.");
    }

    [Fact]
    public async Task Thirty_days_ago_is_exactly_what_the_ledger_of_then_gives()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        client.Dispose();
        (int, EvidenceKind)[] old = [(-90, EvidenceKind.Met), (-70, EvidenceKind.Missed), (-60, EvidenceKind.Met), (-45, EvidenceKind.Gossip), (-40, EvidenceKind.Exceeded)];
        await LogAsync(rep, kestrel.Id, [.. old, (-29, EvidenceKind.Met), (-9, EvidenceKind.Lie), (-3, EvidenceKind.Missed), (0, EvidenceKind.Late)]);
        var slipping = (await ReadAsync(rep)).Slipping.Needing.Single();
        var then = ClosedForm.Read(Evidence(old), new Opening(Climate.Cold, false), 0.5, Wednesday.AddDays(-30).DayNumber, ScoringRules.Default);
        slipping.Before.Should().BeApproximately(then.Credibility, 1e-6);

        await using var db = web.Db(rep.Organization);
        var now = (await new ReadingsQuery(db, new RuleBook()).RunAsync([rep.Id], Wednesday, 1, default))[kestrel.Id].Reading;
        slipping.Now.Should().BeApproximately(now.Credibility, 1e-9);
        (slipping.Signs.Stage, slipping.Signs.TwoOfLastFiveMissed, slipping.Signs.LatenessHabit).Should().Be((now.Stage, now.TwoOfLastFiveMissed, now.LatenessHabit));
    }

    [Fact]
    public async Task A_planned_encounter_that_has_passed_asks_how_it_went()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await using (var db = web.Db(rep.Organization))
        {
            var planned = Touchpoint.Log(
                new(rep.Organization.Id, Guid.CreateVersion7(), kestrel.Id, rep.Id, kestrel.CustomerId, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
                new(Outcome.Pending, web.Hands.Now.AddHours(-2), Expectation: "Prices for three depots"),
                TimeZoneInfo.Utc, web.Hands.Now.AddDays(-3)).Value;
            db.Add(planned);
            await db.SaveChangesAsync();
        }

        var page = await client.GetPageAsync("/");
        page.QuerySelector(".notice.ask p")!.TextContent.Trim().Should().Be("One encounter asks how it went: Kestrel Foods.");
        page.QuerySelector(".notice.ask a")!.GetAttribute("href").Should().Be("/day");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Costs_the_same_statements_whatever_the_number_of_relationships(int size)
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        for (var i = 0; i < size; i++)
        {
            var relationship = await web.GivenACustomerAsync(rep, $"Customer {i}");
            await LogAsync(rep, relationship.Id, [(-90, EvidenceKind.Met), (-60, EvidenceKind.Met), (-40, EvidenceKind.Met), (-3, EvidenceKind.Missed)]);
            await web.GivenAPromiseAsync(rep, relationship, i % 9);
        }

        var counter = new CommandCounter();
        var actor = await web.ActorAsync(rep);
        await using var db = web.Counted(rep, counter);
        await Query(db).RunAsync(actor, web.Hands.Now, default);
        await new KeptRatioQuery(db).RunAsync([actor.PersonId], Direction.Ours, actor.Today(web.Hands.Now), 90, default);
        await new LogChoicesQuery(db, web.Hands).RunAsync(actor, new(), default);
        counter.Count.Should().Be(13, string.Join("\n\n", counter.Statements));
    }

    private static Evidence[] Evidence((int Day, EvidenceKind Kind)[] events) =>
        [.. events.Select(e => new Evidence(Guid.NewGuid(), Wednesday.AddDays(e.Day).DayNumber, e.Kind, Level: EvidenceLevel.SelfReported))];

    private TodayQuery Query(TrustCoachDb db) => new(
        db, new PromisesQuery(db, web.Hands), new RecentScoresQuery(db), new SlippingQuery(db), new PlansQuery(db),
        new HabitBook(db, new HabitCountsQuery(db), web.Hands), new ThanksQuery(db, web.Hands), new RuleBook());

    private async Task<TodayReading> ReadAsync(GivenPerson rep)
    {
        await using var db = web.Db(rep.Organization);
        return await Query(db).RunAsync(await web.ActorAsync(rep), web.Hands.Now, default);
    }

    private async Task LogAsync(GivenPerson rep, Guid relationshipId, (int Day, EvidenceKind Kind)[] events)
    {
        await using var db = web.Db(rep.Organization);
        await using var unit = await db.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(db, new RuleBook());
        var standing = (await ledger.LockAsync(relationshipId, default))!;
        var source = new LedgerSource(rep.Organization.Id, relationshipId, rep.Id, null, null, web.Hands.Now, rep.Id);
        await ledger.AppendAsync(
            standing, events.Select(e => LedgerEntry.Of(source, Guid.CreateVersion7(), Wednesday.AddDays(e.Day), e.Kind)), default);
        await db.SaveChangesAsync();
        await unit.CommitAsync();
    }
}
