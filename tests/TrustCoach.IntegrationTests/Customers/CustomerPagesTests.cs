using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class CustomerPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_empty_list_teaches_and_leads_to_the_form()
    {
        var (_, client) = await GivenARepAsync();

        using var page = await client.GetPageAsync("/customers");

        page.QuerySelector("main")!.TextContent.Should().Contain("Trust is earned one customer at a time");
        page.QuerySelectorAll("main a[href='/customers/new']").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_customer_is_added_found_edited_and_archived_without_script()
    {
        var (_, client) = await GivenARepAsync();

        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Kestrel Foods"), ("Input.Climate", "Cold"), ("Input.ContactName", "Ilse Brandt"));
        added.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var url = added.Headers.Location!.ToString();
        using var page = await client.GetPageAsync(url);
        page.QuerySelector("h1")!.TextContent.Should().Be("Kestrel Foods");
        page.QuerySelector("main")!.TextContent.Should().Contain("Too early to say");
        using var list = await client.GetPageAsync("/customers?q=kestrl");
        list.QuerySelector("tbody th")!.TextContent.Should().Contain("Kestrel Foods");

        using var edited = await client.SubmitAsync($"{url}/edit", ("Input.Name", "Kestrel Group"), ("Input.BurnedBefore", "true"), ("Input.BurnedNote", "Audit never came"));
        edited.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var changed = await client.GetPageAsync(url);
        changed.QuerySelector("main")!.TextContent.Should().Contain("Kestrel Group").And.Contain("Audit never came");

        using var archived = await client.SubmitToAsync($"{url}/edit", "Archive");
        archived.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var empty = await client.GetPageAsync("/customers?show=archived");
        empty.QuerySelector("tbody th")!.TextContent.Should().Contain("Kestrel Group");
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_the_reason_and_everything_typed()
    {
        var (_, client) = await GivenARepAsync();

        using var refused = await client.SubmitAsync("/customers/new", ("Input.Name", "  "), ("Input.BurnedNote", "Kept words"));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await refused.ReadPageAsync();
        page.QuerySelector("#Input_Name-error")!.TextContent.Should().Contain("Write the customer's name.");
        page.QuerySelector("textarea")!.TextContent.Should().Contain("Kept words");
    }

    [Fact]
    public async Task A_taken_name_offers_to_join_instead()
    {
        var (rep, client) = await GivenARepAsync();
        await client.SubmitAsync("/customers/new", ("Input.Name", "Harbor & Co"), ("Input.Climate", "Cold"));
        using var second = await web.SignedInAsAsync(await web.GivenARepAsync(rep.Organization));

        using var refused = await second.SubmitAsync("/customers/new", ("Input.Name", "harbor & co"), ("Input.Climate", "Inbound"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var offer = await refused.ReadPageAsync();
        var join = offer.QuerySelector("button[formaction*='handler=Join']")!;
        var fields = offer.QuerySelectorAll("main form input[name=__RequestVerificationToken]").Select(i => KeyValuePair.Create("__RequestVerificationToken", i.GetAttribute("value")!)).Take(1)
            .Append(KeyValuePair.Create("Input.Name", "harbor & co")).Append(KeyValuePair.Create("Input.Climate", "Inbound"));
        using var joined = await second.PostAsync(new Uri(join.GetAttribute("formaction")!, UriKind.Relative), new FormUrlEncodedContent(fields));

        joined.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var list = await second.GetPageAsync("/customers");
        list.QuerySelector("tbody th")!.TextContent.Should().Contain("Harbor & Co");
    }

    [Fact]
    public async Task The_way_back_to_the_form_one_came_from_carries_the_customer_and_leads_nowhere_else()
    {
        var (_, client) = await GivenARepAsync();

        using var home = await client.SubmitAsync("/customers/new?returnUrl=%2Flog%3Fday%3Dtoday", ("Input.Name", "One"), ("Input.Climate", "Cold"));
        home.Headers.Location!.ToString().Should().StartWith("/log?day=today&customer=");
        using var abroad = await client.SubmitAsync("/customers/new?returnUrl=https%3A%2F%2Fevil.example", ("Input.Name", "Two"), ("Input.Climate", "Cold"));
        abroad.Headers.Location!.ToString().Should().StartWith("/customers/");
    }

    [Fact]
    public async Task Hostile_names_are_shown_as_they_are_written()
    {
        var (_, client) = await GivenARepAsync();

        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "<script>alert(1)</script>"), ("Input.Climate", "Cold"));

        var html = await client.GetStringAsync(added.Headers.Location);
        html.Should().Contain("&lt;script&gt;alert(1)").And.NotContain("<script>alert");
    }

    [Fact]
    public async Task The_filters_are_kept_on_the_way_back_to_the_list()
    {
        var (_, client) = await GivenARepAsync();
        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Blue Quay"), ("Input.Climate", "Cold"));
        await client.GetPageAsync("/customers?q=blue&sort=opened");

        using var page = await client.GetPageAsync(added.Headers.Location!.ToString());

        page.QuerySelector(".trail a")!.GetAttribute("href").Should().Be("/customers?q=blue&sort=opened");
    }

    [Fact]
    public async Task The_whole_page_says_its_sentence_its_scores_and_an_account_that_adds_up()
    {
        var (rep, client) = await GivenARepAsync();
        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Kestrel Foods"), ("Input.Climate", "Cold"));
        var id = Guid.Parse(added.Headers.Location!.ToString().Split('/')[2]);
        await LogAsync(rep, id, 5, Outcome.Met);

        using var page = await client.GetPageAsync($"/customers/{id}");

        page.QuerySelector(".read")!.TextContent.Should().MatchRegex("^Credibility \\d+, up \\d+ since it began");
        var cells = page.QuerySelectorAll(".account tbody td[data-label=Credibility]").Select(c => decimal.Parse(c.TextContent.Trim().Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture));
        var total = decimal.Parse(page.QuerySelector(".account tfoot td[data-label=Credibility]")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        cells.Sum().Should().Be(total);
        page.QuerySelectorAll(".for-coaching").Should().BeEmpty("it is the rep's own");
    }

    [Fact]
    public async Task A_manager_reads_it_with_the_reminder_and_hands_over()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager);
        var (rep, next) = (await web.GivenARepAsync(organization, team.Id), await web.GivenARepAsync(organization, team.Id));
        using var client = await web.SignedInAsAsync(rep);
        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Kestrel Foods"), ("Input.Climate", "Cold"));
        var url = added.Headers.Location!.ToString();
        using var coach = await web.SignedInAsAsync(manager);

        using var page = await coach.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.Should().Contain("For coaching, not for pay or dismissal alone.").And.Contain(rep.Name);
        using var refused = await coach.SubmitAsync($"{url}/hand-over", ("Input.ToRepId", ""));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var done = await coach.SubmitAsync($"{url}/hand-over", ("Input.ToRepId", next.Id.ToString()), ("Input.Climate", "Existing"));
        done.StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var gone = await client.GetAsync(new Uri(url, UriKind.Relative));
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var successor = await web.SignedInAsAsync(next);
        using var theirs = await successor.GetPageAsync(url);
        theirs.QuerySelector("h1")!.TextContent.Should().Be("Kestrel Foods");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/contacts")]
    [InlineData("/end")]
    public async Task A_strangers_customer_is_not_there(string path)
    {
        var (rep, client) = await GivenARepAsync();
        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Kestrel Foods"), ("Input.Climate", "Cold"));
        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(rep.Organization));

        using var answer = await colleague.GetAsync(new Uri(added.Headers.Location + path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contacts_are_named_changed_and_leave()
    {
        var (_, client) = await GivenARepAsync();
        using var added = await client.SubmitAsync("/customers/new", ("Input.Name", "Kestrel Foods"), ("Input.Climate", "Cold"));
        var url = $"{added.Headers.Location}/contacts";

        using var wrong = await client.SubmitAsync(url, ("Input.Name", "Ilse Brandt"), ("Input.Email", "nowhere"));
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var named = await client.SubmitAsync(url, ("Input.Name", "Ilse Brandt"), ("Input.Email", "ilse@example.com"));
        named.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var left = await client.SubmitToAsync(url, "Left");
        left.StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var page = await client.GetPageAsync(url);
        page.QuerySelector("main .rows")!.TextContent.Should().Contain("Ilse Brandt").And.Contain("Left");
    }

    private async Task<(GivenPerson Rep, HttpClient Client)> GivenARepAsync()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        return (rep, await web.SignedInAsAsync(rep));
    }

    private async Task LogAsync(GivenPerson rep, Guid customerId, int times, Outcome outcome)
    {
        var now = DateTimeOffset.UtcNow;
        await using var db = web.Db(rep.Organization);
        var relationship = await db.Relationships.SingleAsync(r => r.CustomerId == customerId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(db, new RuleBook());
        var standing = (await ledger.LockAsync(relationship.Id, CancellationToken.None))!;
        for (var i = 0; i < times; i++)
        {
            var touchpoint = Touchpoint.Log(
                new(rep.Organization.Id, Guid.CreateVersion7(), relationship.Id, rep.Id, customerId, rep.Id, EvidenceLevel.SelfReported, Guid.NewGuid()),
                new(outcome, now.AddMinutes(-i - 1), Summary: $"Depot numbers {i}"), TimeZoneInfo.Utc, now).Value;
            db.Add(touchpoint);
            standing.Meet(touchpoint.HappenedAt);
            await ledger.AppendAsync(standing, touchpoint.Evidence(), CancellationToken.None);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
