using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Customers;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Briefings;

public sealed class BriefingTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task Somebody_never_met_gets_the_first_conversation()
    {
        var scene = await Scene.SetAsync(web);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var text = (await rep.GetPageAsync($"/customers/{scene.CustomerId}/briefing")).Body!.TextContent;
        text.Should().Contain("Nothing stands out").And.Contain("No encounter is planned").And.Contain("this is the first conversation").And.Contain("Five steps for a first conversation");
    }

    [Fact]
    public async Task It_names_what_must_not_go_wrong_with_its_evidence()
    {
        var scene = await Scene.SetAsync(web);
        var missed = (await scene.LogAsync(scene.Command(new(Outcome.Missed, scene.Now.AddDays(-2), Expectation: "The depot audit")))).Value.TouchpointId;
        var promise = await scene.PromiseAsync();
        var briefing = (await BriefAsync(scene))!;
        briefing.Cares.Select(c => c.Rule).Should().Equal(CareRule.MissNotRepaired);
        briefing.Cares[0].Reason.Should().Contain("The depot audit");
        briefing.Cares[0].Evidence!.TouchpointId.Should().Be(missed);

        await scene.RaiseAsync(missed);
        (await BriefAsync(scene))!.Cares.Select(c => c.Rule).Should().Equal(CareRule.OpenDispute);
        await scene.VoidAsync(missed);
        (await BriefAsync(scene))!.Cares.Should().BeEmpty("what was withdrawn is no breach");

        var before = web.Hands.Now;
        web.Hands.Advance(TimeSpan.FromDays(3));
        var overdue = (await BriefAsync(scene))!.Cares;
        web.Hands.Now = before;
        overdue.Should().ContainSingle(c => c.Rule == CareRule.PromiseOverdue).Which.Evidence!.PromiseId.Should().Be(promise);
    }

    [Fact]
    public async Task An_apology_takes_a_miss_off_the_list()
    {
        var scene = await Scene.SetAsync(web);
        var missed = (await scene.LogAsync(Outcome.Missed, scene.Now.AddDays(-2))).Value.TouchpointId;
        await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now) { Repairs = [new(RepairKind.Apology, missed)] }));
        (await BriefAsync(scene))!.Cares.Should().BeEmpty();
    }

    [Fact]
    public async Task The_expectation_is_written_with_one_form_and_locks_when_the_encounter_begins()
    {
        var (scene, planned) = await PlannedAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/customers/{scene.CustomerId}/briefing";
        using var stale = await rep.SubmitToAsync(url, "Expectation", ("Input.Expectation", "x"), ("Input.Version", "0"));
        stale.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var tooLong = await rep.SubmitToAsync(url, "Expectation", ("Input.Expectation", new string('x', 501)));
        tooLong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await rep.SubmitToAsync(url, "Expectation", ("Input.Expectation", "A yes or a <no>"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await scene.TouchpointAsync(planned)).Should().Match<Touchpoint>(t => t.Expectation == "A yes or a <no>" && !t.ExpectationChangedLate && t.Version == 2);

        var (form, before) = (await rep.GetPageAsync(url), web.Hands.Now);
        var version = form.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!;
        try
        {
            web.Hands.Advance(TimeSpan.FromHours(30));
            (await rep.GetPageAsync(url)).QuerySelector("textarea[name='Input.Expectation']").Should().BeNull();
            (await rep.GetPageAsync(url)).Body!.TextContent.Should().Contain("Locked since it began.").And.Contain("A yes or a <no>");
            var late = await scene.AsAsync(scene.Rep, (s, a) => s.ExpectAsync(a, new(planned, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture), "Something else"), default));
            late!.Value.Refused(out var problem, out _).Should().BeTrue();
            problem!.Message.Should().Contain("locked");
        }
        finally
        {
            web.Hands.Now = before;
        }
    }

    [Fact]
    public async Task A_self_check_is_its_authors_alone()
    {
        const string secret = "slower than last time, and no jokes about the audit";
        var scene = await Scene.SetAsync(web);
        var url = $"/customers/{scene.CustomerId}/briefing";
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var kept = await rep.SubmitToAsync(url, "Check", ("Check.Tone", secret), ("Check.Appearance", "Work boots"));
        kept.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.GetPageAsync(url)).QuerySelector("input[name='Check.Tone']")!.GetAttribute("value").Should().Be(secret);

        using var manager = await web.SignedInAsAsync(scene.Manager);
        var seen = await manager.GetPageAsync($"{url}?rep={scene.Rep.Id}");
        seen.Body!.InnerHtml.Should().NotContain(secret).And.NotContain("For you alone");
        foreach (var handler in new[] { "Check", "TearUp" })
            (await PressAsync(manager, $"{url}?rep={scene.Rep.Id}", handler)).Should().Be(HttpStatusCode.NotFound, handler);

        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId));
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(scene.Organization));
        (await colleague.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await admin.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await admin.GetPageAsync("/settings/audit")).Body!.TextContent.Should().NotContain(secret).And.NotContain("elf-check");

        (await PressAsync(rep, $"{url}?", "TearUp")).Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        (await db.SelfChecks.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_self_check_stands_nowhere_in_clear_and_opens_for_nobody_else()
    {
        const string secret = "breathe-before-the-door";
        var scene = await Scene.SetAsync(web);
        await WriteAsync(scene, new(secret, secret, secret));
        await using (var connection = new NpgsqlConnection(web.ConnectionString))
        {
            await connection.OpenAsync();
            await using var tables = new NpgsqlCommand(
                "select string_agg(format('select %L, count(*) from %I t where t::text like ''%%%s%%'' or t::text like ''%%%s%%''', table_name, table_name, $1, $2), ' union all ') from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'", connection)
            { Parameters = { new() { Value = secret }, new() { Value = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)) } } };
            var sql = (string)(await tables.ExecuteScalarAsync())!;
            await using var search = new NpgsqlCommand($"select coalesce(sum(count), 0)::int from ({sql}) as found(name, count)", connection);
            (await search.ExecuteScalarAsync()).Should().Be(0);
        }

        await using var db = scene.Db();
        var row = await db.SelfChecks.AsNoTracking().SingleAsync();
        (await db.Audit.CountAsync()).Should().Be(0, "that it exists is nobody's business");
        var seal = web.Services.GetRequiredService<SelfCheckSeal>();
        seal.Open(scene.Rep.Id, row.Sealed)!.Tone.Should().Be(secret);
        seal.Open(scene.Manager.Id, row.Sealed).Should().BeNull();
    }

    [Fact]
    public async Task Two_clicks_at_once_keep_one_an_empty_one_tears_it_up_and_a_long_one_is_refused()
    {
        var scene = await Scene.SetAsync(web);
        await Task.WhenAll(WriteAsync(scene, new("one", null, null)), WriteAsync(scene, new("other", null, null)));
        await using var db = scene.Db();
        (await db.SelfChecks.CountAsync()).Should().Be(1);
        (await WriteAsync(scene, new(new string('x', SelfCheck.AnswerMaxLength + 1), null, null))).Should().Be("Tone");
        await WriteAsync(scene, new(" ", null, "\0"));
        (await db.SelfChecks.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task After_a_hand_over_it_is_briefed_by_the_next_rep()
    {
        var (scene, _) = await PlannedAsync();
        await WriteAsync(scene, new("one", null, null));
        var next = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        await scene.WithAsync(scene.Manager, (RelationshipService s, Actor a) =>
            s.HandOverAsync(a, new(scene.RelationshipId, next.Id, Domain.Scoring.Climate.Existing), default));
        (await BriefAsync(scene)).Should().BeNull();
        var briefing = (await BriefAsync(scene, next))!;
        (briefing.SelfCheck, briefing.Encounter!.Expectation).Should().Be((null, "The depot audit"));
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Few_statements_whatever_the_history(int events)
    {
        var (scene, _) = await PlannedAsync();
        for (var i = 0; i < events; i++)
        {
            await scene.LogAsync(i % 2 == 0 ? Outcome.Missed : Outcome.Met, scene.Now.AddDays(-i - 1));
            await scene.PromiseAsync();
            await scene.WithAsync(scene.Rep, (FearService s, Actor a) => s.NoteAsync(a, new(Guid.CreateVersion7(), scene.CustomerId, "That nobody picks up", null, null), default));
        }

        await WriteAsync(scene, new("one", null, null));
        var counter = new CommandCounter();
        var seal = web.Services.GetRequiredService<SelfCheckSeal>();
        var rules = new RuleBook();
        await scene.AskAsync(scene.Rep, (db, _, _) => rules.OfAsync(db, 1, default).AsTask());
        var briefing = await scene.AskAsync(scene.Rep, (db, _, actor) => new BriefingQuery(
            db, new FearsQuery(db), new SelfCheckService(db, seal, web.Clock), rules, web.Clock).RunAsync(actor, scene.CustomerId, null, null, default), counter);
        briefing!.Timeline.Should().HaveCount(Math.Min(events, Briefing.Touchpoints));
        briefing.SelfCheck!.Check.Tone.Should().Be("one");
        counter.Count.Should().Be(9);
    }

    /// <summary>Presses a button that sends the page's form elsewhere.</summary>
    private static async Task<HttpStatusCode> PressAsync(HttpClient client, string url, string handler)
    {
        var token = (await client.GetPageAsync(url)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Check.Tone", "mine")]);
        using var answer = await client.PostAsync(new Uri($"{url}&handler={handler}", UriKind.Relative), body);
        return answer.StatusCode;
    }

    private async Task<(Scene Scene, Guid TouchpointId)> PlannedAsync()
    {
        var scene = await Scene.SetAsync(web);
        var planned = await scene.LogAsync(scene.Command(new(null, scene.Now.AddHours(24), Channel.Meeting, Expectation: "The depot audit")));
        return (scene, planned.Value.TouchpointId);
    }

    private static Task<Briefing?> BriefAsync(Scene scene, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, (BriefingQuery q, Actor a) => q.RunAsync(a, scene.CustomerId, null, null, default));

    private static async Task<string?> WriteAsync(Scene scene, SelfCheck check)
    {
        var written = await scene.WithAsync(scene.Rep, (SelfCheckService s, Actor a) => s.WriteAsync(a, scene.RelationshipId, check, default));
        return written!.Value.Refused(out var problem, out _) ? problem.Field : null;
    }
}
