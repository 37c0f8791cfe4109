using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Digests;
using TrustCoach.Services.Favours;
using TrustCoach.Services.Lessons;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Digests;

public sealed class DigestTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private const string Setting = "/account/digest";

    private static readonly IConfiguration Address =
        new ConfigurationBuilder().AddInMemoryCollection([new("TrustCoach:Address", "https://trust.example.com/")]).Build();

    [Fact]
    public async Task A_rep_is_mailed_what_is_owed_and_one_thing_to_do_once_a_week()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 2, "Send the <b>depot</b> audit & more");
        await web.GivenAPromiseAsync(rep, kestrel, 20, "Far away");
        await ChooseAsync(client, "Thursday", 8);
        (await RunAsync(rep)).Should().Be(0, "the day has not come");

        await OnThursdayAsync(async () =>
        {
            (await RunAsync(rep)).Should().Be(1);
            (await RunAsync(rep)).Should().Be(0, "one mail a week at most");
        });
        var mail = (await MailsAsync(rep)).Single();
        mail.Subject.Should().Be("Your week, 28 August to 3 September (TrustCoach)");
        mail.Text.Should().Contain("WHAT YOU OWE\n- Tomorrow: Send the <b>depot</b> audit & more (Kestrel Foods)\n  https://trust.example.com/promises/")
            .And.Contain("Nothing was logged and no score moved.").And.Contain("ONE THING TO DO\n").And.Contain("https://trust.example.com/account/digest\n")
            .And.NotContain("Far away");
        mail.Html.Should().Contain("Send the &lt;b&gt;depot&lt;/b&gt; audit &amp; more (Kestrel Foods)</a>").And.NotContain("<b>");
        mail.To.Should().Be(rep.Email);
    }

    [Fact]
    public async Task A_manager_is_mailed_what_broke_trust_and_whom_to_talk_to()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString, clock: web.Hands);
        var rep = await team.AddRepAsync("Theo Marsh");
        var kestrel = await team.AddRelationshipAsync(rep, new Opening(), [], "Kestrel Foods");
        await team.LogAsync(kestrel, new Evidence(Guid.CreateVersion7(), team.Today - 2, EvidenceKind.Lie, 2), new Evidence(Guid.CreateVersion7(), team.Today - 30, EvidenceKind.Gossip, 1));
        await team.AddRelationshipAsync(rep, (21, EvidenceKind.Late, 2), (20, EvidenceKind.Late, 2), (19, EvidenceKind.Late, 2));

        var digest = await ReadAsync(team, team.Manager);

        digest.Sections[0].Lines.Select(l => l.Text).Should().Equal("Monday 31 August: lie or distortion (Theo Marsh, Kestrel Foods)");
        digest.Sections[1].Told.Single().Text.Should().Be("You owe nobody an answer, and no session is planned.");
        digest.ToDo.Text.Should().StartWith("Theo Marsh: Lateness is becoming a habit with 1 customer.");
        digest.ToDo.Path.Should().Be($"/team/reps/{rep}");
    }

    [Fact]
    public async Task Both_sides_are_told_of_the_session_to_come_and_of_what_each_promised()
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString, clock: web.Hands);
        var rep = await team.AddRepAsync("Theo Marsh");
        var day = team.Manager.Today(web.Hands.Now);
        Guid sessionId;
        await using (var db = team.Db())
        {
            var session = CoachingSession.Plan(team.OrganizationId, Guid.CreateVersion7(), rep, team.Manager.PersonId, web.Hands.Now.AddDays(2), 0, web.Hands.Now).Value;
            sessionId = session.Id;
            db.Add(session);
            foreach (var (byRep, text, due) in new[] { (true, "Call Kestrel", 3), (false, "Ask for the sample", 7), (true, "Far away", 8) })
                db.Add(CoachingPromise.Agree(Guid.CreateVersion7(), session, team.Manager.PersonId, byRep, text, day.AddDays(due), day, 7, web.Hands.Now).Value);
            await db.SaveChangesAsync();
        }

        var mine = await ReadAsync(team, team.Manager);
        mine.Sections[1].Lines.Select(l => l.Text).Should().Equal(
            "Friday 4 September: session with Theo Marsh.", "Wednesday 9 September: Ask for the sample (agreed with Theo Marsh)");
        mine.Sections[1].Lines[0].Path.Should().Be($"/coaching/{sessionId}");
        var theirs = await ReadAsync(team, team.Manager with { PersonId = rep, Roles = Roles.Rep });
        theirs.Sections[1].Lines.Select(l => l.Text).Should().Equal(
            "Friday 4 September: session with Nora Berg. Write your words before.", "Saturday 5 September: Call Kestrel (agreed with Nora Berg)");
    }

    [Fact]
    public async Task Four_workers_at_once_write_one_mail()
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await ChooseAsync(client, "Thursday", 8);
        await OnThursdayAsync(async () => (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(rep)))).Sum().Should().Be(1));
    }

    [Fact]
    public async Task Nobody_is_mailed_at_an_address_that_is_not_confirmed_or_when_nothing_leaves()
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await ChooseAsync(client, "Thursday", 8);
        await OnThursdayAsync(async () => (await RunAsync(rep, new MailSettings())).Should().Be(0));
        await using (var db = web.Db(rep.Organization))
            await db.Accounts.Where(a => a.Id == rep.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, false));
        await OnThursdayAsync(async () => (await RunAsync(rep)).Should().Be(0));
        (await client.GetPageAsync(Setting)).Body!.TextContent.Should().Contain("It goes to a confirmed address only.").And.Contain("No mail server is set up here yet");
    }

    [Fact]
    public async Task The_link_in_the_mail_stops_it_by_a_press_and_not_by_being_opened()
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await ChooseAsync(client, "Thursday", 8);
        await OnThursdayAsync(() => RunAsync(rep));
        var mail = (await MailsAsync(rep)).Single();
        mail.Text.Should().Contain($"No more of it: {mail.StopUrl}");
        var path = new Uri(mail.StopUrl!).PathAndQuery;
        using var stranger = web.CreateClient();

        (await stranger.GetPageAsync(path)).QuerySelector("button")!.TextContent.Should().Be("Stop it");
        (await HasDigestAsync(rep)).Should().BeTrue("scanners of mails open links too");
        using var stopped = await stranger.SubmitAsync(path);
        (await stopped.ReadPageAsync()).QuerySelector("h1")!.TextContent.Should().Be("No more weekly digest");
        (await HasDigestAsync(rep)).Should().BeFalse();
        using var again = await stranger.SubmitAsync(path);
        again.StatusCode.Should().Be(HttpStatusCode.OK, "stopping what is stopped is no error");
    }

    [Theory]
    [InlineData(""), InlineData("?key="), InlineData("?key=nonsense"), InlineData("?key=AAAA"), InlineData("?key=%00"), InlineData("?key=%F0%9F%98%80")]
    public async Task A_key_that_is_none_changes_nothing_and_says_so(string query)
    {
        using var stranger = web.CreateClient();
        using var answer = await stranger.SubmitAsync($"{Setting}/stop{query}");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.ReadPageAsync()).Body!.TextContent.Should().Contain("This link is not one of ours").And.Contain("Nothing was changed.");
    }

    [Theory]
    [InlineData("Monday", "24", "Pick an hour from the list.")]
    [InlineData("Monday", "soon", "soon")]
    [InlineData("Someday", "8", "Someday")]
    [InlineData("9", "8", "9")]
    public async Task A_day_or_an_hour_that_is_none_is_refused_beside_the_field(string day, string hour, string words)
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        using var answer = await client.SubmitAsync(Setting, ("Input.Weekday", day), ("Input.Hour", hour));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll(".field .error, .field-error, [id$=-error]").Should().NotBeEmpty();
        page.Body!.TextContent.Should().Contain(words);
        (await HasDigestAsync(rep)).Should().BeFalse();
    }

    [Fact]
    public async Task Never_stops_it()
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await ChooseAsync(client, "Thursday", 8);
        (await client.GetPageAsync(Setting)).Body!.TextContent.Should().Contain("Mailed to you on Thursdays at 08:00.");
        await ChooseAsync(client, "", 8);
        (await HasDigestAsync(rep)).Should().BeFalse();
    }

    [Fact]
    public async Task Somebody_who_neither_sells_nor_coaches_has_no_digest()
    {
        var admin = await web.GivenAnAdminAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(admin);
        using var answer = await client.GetAsync(new Uri(Setting, UriKind.Relative));
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await client.GetPageAsync("/account/profile")).QuerySelector($"a[href='{Setting}']").Should().BeNull();
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Costs_the_same_statements_whatever_the_number_of_customers(int customers)
    {
        var team = await CoachedTeam.FoundAsync(web.ConnectionString, clock: web.Hands);
        var rep = await team.AddRepAsync();
        for (var i = 0; i < customers; i++)
            await team.AddPromiseAsync(await team.AddRelationshipAsync(rep, (30, EvidenceKind.Met, 2), (9, EvidenceKind.Met, 2), (5, EvidenceKind.Missed, 3), (3, EvidenceKind.Gossip, 2)), -2);
        var counter = new CommandCounter();
        await using var db = team.Db(counter);
        var actor = team.Manager with { PersonId = rep, Roles = Roles.Rep };
        var query = new DigestQuery(null!, Reps(db, team), new CoachingDigestQuery(db), new LessonOrderQuery(db, LessonShelf.Own), team.Clock);
        (await query.RunAsync(actor, default))!.Sections.Should().HaveCount(3);
        counter.Count.Should().BeLessThanOrEqualTo(13);
    }

    private async Task<Digest> ReadAsync(CoachedTeam team, Actor actor)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(team.OrganizationId, default);
        return (await scope.ServiceProvider.GetRequiredService<DigestQuery>().RunAsync(actor, default))!;
    }

    private static RepDigestQuery Reps(TrustCoachDb db, CoachedTeam team)
    {
        var (scores, promises, plans) = (new RecentScoresQuery(db), new PromisesQuery(db, team.Clock), new PlansQuery(db));
        var today = new TodayQuery(db, promises, scores, new SlippingQuery(db), plans, new HabitBook(db, new HabitCountsQuery(db), team.Clock), new ThanksQuery(db, team.Clock), team.Book);
        return new RepDigestQuery(db, team.Book, scores, today, promises, new KeptRatioQuery(db), plans);
    }

    private static async Task ChooseAsync(HttpClient client, string weekday, int hour)
    {
        using var response = await client.SubmitAsync(Setting, ("Input.Weekday", weekday), ("Input.Hour", $"{hour}"));
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    // The clock of this class stands at Wednesday; the others find it there again.
    private async Task OnThursdayAsync(Func<Task> act)
    {
        web.Hands.Advance(TimeSpan.FromDays(1));
        try
        {
            await act();
        }
        finally
        {
            web.Hands.Advance(TimeSpan.FromDays(-1));
        }
    }

    private async Task<int> RunAsync(GivenPerson rep, MailSettings? settings = null)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(rep.Organization.Id, default);
        var seal = scope.ServiceProvider.GetRequiredService<DigestStopSeal>();
        var post = new DigestPost(Options.Create(settings ?? new MailSettings { Host = "mail.example.com" }), Address, seal, web.Hands);
        return await new DigestService(db, scope.ServiceProvider.GetRequiredService<DigestQuery>(), seal, post).RunAsync(default);
    }

    private async Task<List<OutgoingMail>> MailsAsync(GivenPerson rep)
    {
        await using var db = web.Db(rep.Organization);
        return await db.Mails.OrderBy(m => m.Id).ToListAsync();
    }

    private async Task<bool> HasDigestAsync(GivenPerson rep)
    {
        await using var db = web.Db(rep.Organization);
        return await db.WeeklyDigests.AnyAsync(d => d.PersonId == rep.Id);
    }
}
