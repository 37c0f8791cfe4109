using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Coaching;

public sealed class RepPagesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly (int, EvidenceKind, int)[] History =
        [(40, EvidenceKind.Met, 2), (30, EvidenceKind.Late, 2), (20, EvidenceKind.Met, 2), (5, EvidenceKind.Missed, 3), (3, EvidenceKind.Exceeded, 2)];

    private static async Task<RepPage?> PageAsync(CoachedTeam team, Guid rep, Actor? actor = null, int? days = null, CommandCounter? counter = null)
    {
        await using var db = counter is null ? team.Db() : team.Db(counter);
        return await new RepPageQuery(db, team.Book, team.Figures, team.Clock).RunAsync(actor ?? team.Manager, rep, null, days, default);
    }

    private static async Task<TeamEvents?> BrokeAsync(CoachedTeam team, Breach breach, Guid? rep = null, EvidenceCursor? after = null, Actor? actor = null)
    {
        await using var db = team.Db();
        return await new TeamEventsQuery(db, team.Book, team.Clock).RunAsync(
            actor ?? team.Manager, new(null, rep, 90, breach.Kinds()) { After = after ?? EvidenceCursor.Start }, default);
    }

    [Fact]
    public async Task What_changed_is_what_each_event_makes_of_its_credibility()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var evidence = History.Select(h => new Evidence(Guid.CreateVersion7(), team.Today - h.Item1, h.Item2, h.Item3)).ToArray();
        await team.AddRelationshipAsync(rep, new Opening(Climate.Referral, true), evidence, "Kestrel Foods");

        var page = (await PageAsync(team, rep, days: 30))!;
        page.Changes.Lines.Select(m => m.Line.Kind).Should().Equal(EvidenceKind.Exceeded, EvidenceKind.Missed, EvidenceKind.Met);
        var whole = ClosedForm.Read(evidence, new Opening(Climate.Referral, true), 0.5, team.Today, team.Rules).Credibility;
        foreach (var moved in page.Changes.Lines)
        {
            var without = ClosedForm.Without(moved.Line.Id, evidence, new Opening(Climate.Referral, true), 0.5, team.Today, team.Rules).Credibility;
            moved.Points.Should().BeApproximately(whole - without, 1e-8);
            moved.Line.Customer.Should().Be("Kestrel Foods");
        }

        (page.Changes.From.DayNumber, page.Changes.Session, page.Changes.Held).Should().Be((team.Today - 29, null, 0));
    }

    [Fact]
    public async Task Costs_the_same_statements_for_one_customer_and_for_many()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (one, many) = (await team.AddRepAsync(), await team.AddRepAsync("Many"));
        await team.AddRelationshipAsync(one, History);
        for (var i = 0; i < 12; i++)
            await team.AddRelationshipAsync(many, History);

        var (first, second) = (new CommandCounter(), new CommandCounter());
        await PageAsync(team, one, counter: first);
        await PageAsync(team, many, counter: second);
        first.Count.Should().Be(12);
        second.Count.Should().Be(11, "the team's figures are known by then");
    }

    [Fact]
    public async Task Shows_what_is_owed_and_what_is_at_risk()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var relationship = await team.AddRelationshipAsync(rep, (30, EvidenceKind.Met, 2), (9, EvidenceKind.Missed, 3), (5, EvidenceKind.Missed, 3));
        await team.AddPromiseAsync(relationship, dueDaysAgo: 2);
        await team.AddPromiseAsync(relationship, dueDaysAgo: -5);

        var page = (await PageAsync(team, rep))!;
        (page.OpenPromises, page.Figures.Overdue).Should().Be((2, 1));
        page.Due.Select(p => p.DueDay).Should().BeInAscendingOrder();
        page.AtRisk.Should().ContainSingle(r => r.RelationshipId == relationship.Id);
    }

    [Fact]
    public async Task A_rep_of_another_manager_or_organization_is_not_there()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var other = await CoachedTeam.FoundAsync(database.ConnectionString);
        var colleague = await team.AddManagerAsync("Piet Kuiper");
        var theirs = await team.AddRepAsync("Luis Ortega", await team.AddTeamAsync("Southern team", colleague.PersonId));
        await team.AddRelationshipAsync(theirs, (3, EvidenceKind.Lie, 2));
        foreach (var foreign in new[] { theirs, await other.AddRepAsync() })
        {
            (await PageAsync(team, foreign)).Should().BeNull();
            (await BrokeAsync(team, Breach.Lie, foreign)).Should().BeNull();
            await using var db = team.Db();
            (await new AtRiskQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, null, foreign, 1, default)).Should().BeNull();
            (await new TraitEventsQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, foreign, Trait.Honesty, EvidenceCursor.Start, default)).Should().BeNull();
        }

        (await BrokeAsync(team, Breach.Lie))!.Rows.Should().BeEmpty();
        (await BrokeAsync(team, Breach.Lie, theirs, actor: colleague))!.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task The_sentences_behind_a_bar_come_newest_first_page_by_page()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        for (var i = 0; i < 10; i++)
            await team.AddRelationshipAsync(rep, (1 + i, EvidenceKind.Late, 2), (20 + i, EvidenceKind.PromiseLate, 2), (40, EvidenceKind.Late, 2), (60, EvidenceKind.Met, 2));

        var first = (await BrokeAsync(team, Breach.Late, rep))!;
        var second = (await BrokeAsync(team, Breach.Late, rep, EvidenceCursor.Of(first.Next!.ToString())))!;
        first.Rows.Should().HaveCount(25).And.BeInDescendingOrder(r => r.Day);
        second.Rows.Should().HaveCount(5);
        second.Next.Should().BeNull();
        first.Rows.Concat(second.Rows).Select(r => r.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_promise_the_clock_has_broken_is_among_the_sentences_with_its_words()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var relationship = await team.AddRelationshipAsync(rep, History);
        var promise = await team.AddPromiseAsync(relationship, dueDaysAgo: 9);

        var page = (await BrokeAsync(team, Breach.PromiseNotKept))!;
        page.Rows.Should().ContainSingle().Which.Should().Match<EvidenceLine>(l => l.Id == promise.Id && l.Text == "Send the brochure" && l.Day == promise.ClosesOn);
    }

    [Theory]
    [InlineData(Trait.Honesty), InlineData(Trait.Punctuality), InlineData(Trait.Sincerity), InlineData(Trait.Accountability), InlineData(Trait.KeepingWord)]
    public async Task The_events_of_a_trait_add_up_to_it(Trait trait)
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var random = new Random(99 + (int)trait);
        var rep = await team.AddRepAsync();
        var evidence = Scoring.RandomHistories.Of(random, team.Today).Where(e => !Units.IsRepair(e.Kind)).ToArray();
        await team.AddRelationshipAsync(rep, new Opening(Climate.Cold, false), evidence);

        var rows = new List<TraitEvent>();
        TraitReading? reading = null;
        for (var after = EvidenceCursor.Start; after is not null;)
        {
            await using var db = team.Db();
            var page = (await new TraitEventsQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, rep, trait, after, default))!;
            rows.AddRange(page.Rows);
            (reading, after) = (page.Reading, page.Next);
        }

        rows.Should().HaveCount(reading!.Events);
        if (reading.Value is not { } value || evidence.Any(e => e.OwnedUp))
            return;

        var (kept, missed) = (rows.Where(r => r.Units > 0).Sum(r => r.Units), -rows.Where(r => r.Units < 0).Sum(r => r.Units));
        value.Should().BeApproximately(100 * (2 + kept) / (4 + kept + (2 * missed)), 1e-8);
    }

    [Fact]
    public async Task All_at_risk_can_be_paged_and_narrowed_to_a_rep()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (rep, other) = (await team.AddRepAsync("Hanna Lind"), await team.AddRepAsync("Theo Marsh"));
        for (var i = 0; i < 26; i++)
            await team.AddRelationshipAsync(rep, (9 + i, EvidenceKind.Missed, 3), (8 + i, EvidenceKind.Missed, 3), (7 + i, EvidenceKind.Missed, 3));
        await team.AddRelationshipAsync(other, (9, EvidenceKind.Missed, 3), (8, EvidenceKind.Missed, 3), (1, EvidenceKind.Missed, 3));

        await using var db = team.Db();
        var query = new AtRiskQuery(db, team.Book, team.Figures, team.Clock);
        var first = (await query.RunAsync(team.Manager, null, null, 1, default))!;
        (first.Rows.Count, first.Total, first.HasMore, first.Rows[0].Rep).Should().Be((25, 27, true, "Theo Marsh"));
        (await query.RunAsync(team.Manager, null, null, 2, default))!.Rows.Should().HaveCount(2);
        (await query.RunAsync(team.Manager, null, other, 1, default))!.Rows.Should().ContainSingle();
    }
}
