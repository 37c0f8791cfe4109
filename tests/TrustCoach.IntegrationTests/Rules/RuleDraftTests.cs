using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Rules;

public sealed class RuleDraftTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_draft_is_kept_and_the_rules_in_force_stay_until_it_is_published()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        (await team.SaveAsync(0, ("Trust.LossRatio", 4))).Should().BeEmpty();
        (await team.SaveAsync(1, ("GraceDays", 10))).Should().BeEmpty();

        await using var db = team.Db();
        var draft = await new RulesQuery(db).DraftAsync(team.Admin, default);
        draft.Should().BeEquivalentTo(new { Version = 2, Title = "Be stricter", ChangedBy = "Nora Berg" });
        draft.Changes.Select(c => (c.Setting.Path, c.Before, c.After)).Should().Equal(("Trust.LossRatio", 3, 4), ("GraceDays", 7, 10));
        (await db.Organizations.SingleAsync()).RulesVersion.Should().Be(1);
        (await db.Audit.CountAsync(a => a.Act == AuditActs.RulesDrafted)).Should().Be(2);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_written()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var problems = await team.SaveAsync(new SaveRuleDraft(
            new Dictionary<string, double> { ["Trust.HalfLife"] = 0, ["Ceiling.AtMost.Mild"] = 120, ["Units.Lie.Normal"] = 2, ["GraceDays"] = 2.5 }, " ", new string('x', 501), 0));

        problems.Select(p => p.Field).Should().BeEquivalentTo("Title", "Reason", "Trust.HalfLife", "Ceiling.AtMost.Mild", "Units.Lie.Normal", "GraceDays");
        await using var db = team.Db();
        (await db.RuleDrafts.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_and_overwrites_nothing()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        (await team.SaveAsync(0, ("Trust.LossRatio", 4))).Should().BeEmpty();

        (await team.SaveAsync(0, ("Trust.LossRatio", 6))).Should().ContainSingle(p => p.Field.Length == 0 && p.Message.Contains("Somebody changed"));
        var both = await Task.WhenAll(team.SaveAsync(1, ("Trust.LossRatio", 5)), team.SaveAsync(1, ("Trust.LossRatio", 6)));

        both.Count(p => p.Count == 0).Should().Be(1);
        (await team.PublishAsync(1)).Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("changed since");
    }

    [Fact]
    public async Task A_draft_that_changes_nothing_is_not_published()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        (await team.SaveAsync(0, ("Trust.LossRatio", 3))).Should().BeEmpty();
        (await team.PublishAsync(1)).Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("in force already");
    }

    [Fact]
    public async Task Nobody_but_an_admin_writes_previews_or_publishes()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        await team.SaveAsync(0, ("Trust.LossRatio", 4));
        await using var db = team.Db();
        var manager = team.Team.Manager;
        var drafts = new RuleDraftService(db, team.Clock, NullLogger<RuleDraftService>.Instance);

        (await drafts.SaveAsync(manager, new(new Dictionary<string, double>(), "x", null, 1), default)).Should().ContainSingle();
        (await drafts.DiscardAsync(manager, 1, default)).Refused(out _, out _).Should().BeTrue();
        (await drafts.PreviewAsync(manager, default)).Refused(out _, out _).Should().BeTrue();
        (await new RulePublisher(db, team.Clock, NullLogger<RulePublisher>.Instance).PublishAsync(manager, 1, default)).Refused(out _, out _).Should().BeTrue();
        (await db.RuleDrafts.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_preview_says_what_folding_everything_anew_would_say()
    {
        var team = await RuleTeam.MakeAsync(database);
        (await team.SaveAsync(0, RuleTeam.Harsher)).Should().BeEmpty();
        var stored = await team.NumbersAsync();
        await PreviewAsync(team);
        (await team.NumbersAsync()).Should().BeEquivalentTo(stored, "a preview changes no number");

        var day = DateOnly.FromDayNumber(team.Team.Today);
        var before = await ReadAsync(team, day, 1);
        RulePreview found;
        List<RulePreviewRow> rows;
        await using (var db = team.Db())
        {
            var view = (await new RulePreviewQuery(db, team.Clock).RunAsync(team.Admin, default))!;
            view.Should().BeEquivalentTo(new { State = RuleJobState.Done, IsStale = false, Done = 24, Total = 24 });
            found = view.Found!;
            rows = await db.RulePreviewRows.AsNoTracking().ToListAsync();
        }

        (await team.PublishAsync(1)).Value.Should().Be(2);
        await team.RunAsync(50);
        var after = await ReadAsync(team, day, 2);

        var compared = before.Keys.Where(id => !before[id].Reading.TooEarly && !after[id].Reading.TooEarly).ToList();
        found.Compared.Should().Be(compared.Count);
        found.MovedTrust.Should().Be(compared.Count(id => Math.Abs(before[id].Reading.Trust - after[id].Reading.Trust) > 5));
        found.MovedCredibility.Should().Be(compared.Count(id => Math.Abs(before[id].Reading.Credibility - after[id].Reading.Credibility) > 5));
        found.Trust.After.Should().Equal(Enumerable.Range(0, 10).Select(band => compared.Count(id => (int)(after[id].Reading.Trust / 10) == band)));
        found.Credibility.Before.Should().Equal(Enumerable.Range(0, 10).Select(band => compared.Count(id => (int)(before[id].Reading.Credibility / 10) == band)));
        found.Stages.Sum(s => s.Count).Should().Be(before.Keys.Count(id => StageOf(before[id]) != StageOf(after[id])));
        found.Teams.Should().ContainSingle().Which.Should().Be(new PreviewTeam(team.Team.Team.Id, found.Compared, found.Moved));
        rows.Should().HaveCount(found.Moved).And.HaveCountGreaterThan(2);
        foreach (var row in rows)
        {
            row.CredibilityBefore.Should().BeApproximately(before[row.RelationshipId].Reading.Credibility, 1e-9);
            row.CredibilityAfter.Should().BeApproximately(after[row.RelationshipId].Reading.Credibility, 1e-9);
            row.TrustAfter.Should().BeApproximately(after[row.RelationshipId].Reading.Trust, 1e-9);
        }
    }

    [Fact]
    public async Task Names_are_for_who_may_see_those_scores_and_a_later_draft_makes_a_preview_old()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 6);
        var elsewhere = await team.Team.AddManagerAsync("Otto Lind");
        await team.SaveAsync(0, RuleTeam.Harsher);
        await PreviewAsync(team);

        await using var db = team.Db();
        var query = new RulePreviewQuery(db, team.Clock);
        (await query.MovedAsync(team.Admin, default)).Should().BeEmpty("an admin sees counts, and no relationship's scores");
        (await query.MovedAsync(elsewhere, default)).Should().BeEmpty("the reps of others");
        var rows = await query.MovedAsync(team.Team.Manager, default);
        rows.Should().NotBeEmpty();
        rows.ConvertAll(r => Math.Max(Math.Abs(r.CredibilityAfter - r.CredibilityBefore), Math.Abs(r.TrustAfter - r.TrustBefore))).Should().BeInDescendingOrder();
        var rep = team.Admin with { Roles = Roles.Rep, PersonId = team.Reps[0] };
        (await query.RunAsync(rep, default)).Should().BeNull();
        (await query.MovedAsync(rep, default)).Should().BeEmpty();

        (await query.RunAsync(team.Team.Manager, default))!.IsStale.Should().BeFalse();
        await team.SaveAsync(1, ("Trust.LossRatio", 4));
        (await query.RunAsync(team.Team.Manager, default))!.IsStale.Should().BeTrue();
    }

    [Fact]
    public async Task A_preview_asked_for_twice_is_one_and_one_of_a_changed_draft_stops()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        await team.SaveAsync(0, RuleTeam.Harsher);
        var asked = await Task.WhenAll(AskAsync(team), AskAsync(team));
        asked[0].Should().Be(asked[1]);

        await team.SaveAsync(1, ("Trust.LossRatio", 4));
        await using var db = team.Db();
        await Previewer(team, db).RunAsync(asked[0], default);

        (await new RulePreviewQuery(db, team.Clock).RunAsync(team.Admin, default)).Should().BeEquivalentTo(new { State = RuleJobState.Stopped, Found = (RulePreview?)null });
    }

    private static Stage? StageOf(RelationshipReading of) => of.Reading.TooEarly ? null : of.Reading.Stage;

    private static async Task<Guid> AskAsync(RuleTeam team)
    {
        await using var db = team.Db();
        return (await new RuleDraftService(db, team.Clock, NullLogger<RuleDraftService>.Instance).PreviewAsync(team.Admin, default)).Value;
    }

    private static async Task PreviewAsync(RuleTeam team)
    {
        var job = await AskAsync(team);
        await using var db = team.Db();
        await Previewer(team, db).RunAsync(job, default);
    }

    private static RulePreviewer Previewer(RuleTeam team, Services.Data.TrustCoachDb db) => new(db, new ReadingsQuery(db, team.Team.Book), team.Clock);

    private static async Task<Dictionary<Guid, RelationshipReading>> ReadAsync(RuleTeam team, DateOnly day, int version)
    {
        await using var db = team.Db();
        return await new ReadingsQuery(db, team.Team.Book).RunAsync([.. team.Reps], day, version, default);
    }
}
