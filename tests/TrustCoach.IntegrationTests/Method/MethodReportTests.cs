using System.Text;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Method;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Method;

/// <summary>The report and the traction clocks, read from the record of a team.</summary>
public sealed class MethodReportTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly MethodStep[] Steps = [.. StepCard.Default.Steps];
    private static readonly ScoringRules Rules = ScoringRules.Default;

    [Theory, InlineData(1), InlineData(25)]
    public async Task Costs_as_many_statements_whatever_the_number_of_relationships(int count)
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        await WriteAsync(team, [.. Enumerable.Range(0, count).Select(i => Story(i % 2 == 0))]);
        var counter = new CommandCounter();
        await using var db = team.Db(counter);
        await team.Book.OfAsync(db, 1, CancellationToken.None);

        counter.Reset();
        (await Report(db, team).RunAsync(team.Manager, team.Team.Id, CancellationToken.None))!.Compared.Should().Be(count);
        counter.Count.Should().Be(4);
        counter.Reset();
        (await Report(db, team).RowsAsync(team.Manager, team.Team.Id, null, true, 1, CancellationToken.None))!.Rows.Should().NotBeEmpty();
        counter.Count.Should().Be(5);
        counter.Reset();
        (await Cards(db, team).RunAsync(team.Manager, team.Team.Id, CancellationToken.None))!.Relationships.Should().Be(count);
        counter.Count.Should().Be(2);
    }

    [Fact]
    public async Task Early_credibility_is_the_closed_form_over_the_days_after()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var story = Story(true);
        var relationship = (await WriteAsync(team, [story]))[0];
        await using var db = team.Db();
        var entries = await db.Ledger.AsNoTracking().Where(e => e.RelationshipId == relationship.Id).ToListAsync();
        var first = team.Today - story[0].DaysAgo;
        var (from, last) = (first + EarlyRelationship.FirstDays, first + EarlyRelationship.FirstDays + EarlyRelationship.AfterDays - 1);
        var sums = ClosedForm.Sums([.. entries.Select(e => e.Evidence).Where(e => e.Day >= from && e.Day <= last)], last, Rules);

        var row = (await Report(db, team).RowsAsync(team.Manager, team.Team.Id, Steps[0].Id, true, 1, CancellationToken.None))!.Rows.Single();

        row.Credibility.Should().BeApproximately(EarlyRelationship.Points(sums.KeptC, sums.MissedC, Rules), 1e-9);
        row.Judged.Should().Be(sums.Judged);
    }

    [Fact]
    public async Task What_was_withdrawn_is_too_young_or_too_little_judged_is_not_compared()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var relationships = await WriteAsync(team, [Story(true), Story(true), [.. Story(true).Select(t => t with { DaysAgo = t.DaysAgo - 130 }).Where(t => t.DaysAgo > 0)], [.. Story(true).Take(2)]]);
        await using (var db = team.Db())
        {
            var ticked = await db.Touchpoints.SingleAsync(t => t.RelationshipId == relationships[1].Id && t.Steps != null);
            ticked.Void(team.Manager.PersonId, "Another customer's.", team.Clock.Now);
            await db.SaveChangesAsync();
        }

        await using var read = team.Db();
        (await Report(read, team).RunAsync(team.Manager, team.Team.Id, CancellationToken.None))
            .Should().Match<MethodReport>(r => r.Compared == 1 && r.TooYoung == 1 && r.TooFew == 1);
        var other = await team.AddManagerAsync("Piet Kuiper");
        (await Report(read, team).RunAsync(other, team.Team.Id, CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task The_clock_tells_days_and_encounters_to_each_mark()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString);
        var relationship = (await WriteAsync(team, [
            [new(40, Outcome.Met), new(38, Outcome.Met, Channel.Email), new(33, Outcome.Met), new(20, Outcome.Met, TheyStarted: true)]]))[0];
        await using var db = team.Db();

        var clock = await new TractionQuery(db).OfAsync(relationship.Id, DateOnly.FromDayNumber(team.Today), CancellationToken.None);

        clock[0].Should().Match<TractionReading>(r => !r.Reached && r.Days == 40, "no promise was kept yet");
        clock[1].Should().Be(new TractionReading(TractionMark.MetAgain, 7, 3), "a letter is no meeting");
        clock[2].Should().Be(new TractionReading(TractionMark.TheyStarted, 20, 4));
        clock[3].Should().Be(new TractionReading(TractionMark.Credible, 7, 3));
        (await new TractionQuery(db).OfAsync(Guid.NewGuid(), DateOnly.FromDayNumber(team.Today), CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_table_comes_as_csv_with_no_formula_and_no_id_and_for_nobody_else()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager, "=cmd|' /C calc'!A0");
        var rep = await web.GivenARepAsync(organization, team.Id, "@SUM(A1)");
        using var client = await web.SignedInAsAsync(manager);
        foreach (var address in new[] { $"/team/{team.Id}/method?", $"/team/{team.Id}/method/report?", $"/team/{team.Id}/method/report/rows?", $"/team/{team.Id}/history?", $"/reps/{rep.Id}/history?", "/calibration?" })
        {
            using var response = await client.GetAsync(new Uri($"{address}handler=Csv", UriKind.Relative));
            response.EnsureSuccessStatusCode();
            response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
            response.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex(@"^[a-z0-9-]+-\d{4}-\d\d-\d\d\.csv$");
            var bytes = await response.Content.ReadAsByteArrayAsync();
            bytes.Take(3).Should().Equal(Encoding.UTF8.GetPreamble());
            Encoding.UTF8.GetString(bytes).Should().NotContain($"{team.Id}").And.NotMatchRegex(@"(^|,|\n)[=@]");
        }

        using var stranger = await web.SignedInAsAsync(await web.GivenAManagerAsync(organization));
        foreach (var address in new[] { $"/team/{team.Id}/method", $"/team/{team.Id}/method/report", $"/team/{team.Id}/history" })
        {
            using var refused = await stranger.GetAsync(new Uri($"{address}?handler=Csv", UriKind.Relative));
            refused.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
        }
    }

    // Ticked in the first conversation; then what follows in the ninety days.
    private static Told[] Story(bool withFirst) =>
    [
        new(200, Outcome.Met, Ticks: withFirst ? [Steps[0].Id, Steps[1].Id] : [Steps[1].Id]), new(190, Outcome.Exceeded),
        new(160, Outcome.Met), new(150, Outcome.Missed), new(140, Outcome.Met), new(125, Outcome.Exceeded), new(60, Outcome.Missed),
    ];

    private static MethodQuery Cards(TrustCoachDb db, CoachedTeam team) => new(db, new TractionQuery(db), team.Clock);

    private static MethodReportQuery Report(TrustCoachDb db, CoachedTeam team) => new(db, Cards(db, team), team.Book, team.Clock);

    private static async Task<List<Relationship>> WriteAsync(CoachedTeam team, IReadOnlyList<Told[]> stories)
    {
        var (rep, batch) = (await team.AddRepAsync(), new HistoryBatch());
        foreach (var (story, i) in stories.Select((s, i) => (s, i)))
        {
            var customer = Customer.Add(team.OrganizationId, Guid.CreateVersion7(), $"Customer {i}", false, null, team.Clock.Now).Value;
            var relationship = Relationship.Open(
                team.OrganizationId, Guid.CreateVersion7(), rep, customer.Id, Climate.Cold, DateOnly.FromDayNumber(team.Today - story[0].DaysAgo));
            batch.Customers.Add(customer);
            batch.Relationships.Add(relationship);
            batch.Touchpoints.AddRange(story.Select(t => Touchpoint.Log(
                new(team.OrganizationId, Guid.CreateVersion7(), relationship.Id, rep, customer.Id, rep, EvidenceLevel.SelfReported, Guid.NewGuid()),
                new(t.Outcome, team.Clock.Now.AddDays(-t.DaysAgo), t.Channel) { Ticks = t.Ticks is null ? null : new(null, t.Ticks), TheyStarted = t.TheyStarted },
                team.Manager.OrganizationZone, team.Clock.Now).Value));
        }

        await using var db = team.Db();
        await using var unit = await db.Database.BeginTransactionAsync();
        await new HistoryWriter(db, team.Book).WriteAsync(batch, 1, CancellationToken.None);
        await unit.CommitAsync();
        return batch.Relationships;
    }

    private sealed record Told(int DaysAgo, Outcome Outcome, Channel? Channel = null, Guid[]? Ticks = null, bool TheyStarted = false);
}
