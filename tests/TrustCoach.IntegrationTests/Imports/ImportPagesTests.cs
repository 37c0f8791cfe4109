using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Imports;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Imports;

public sealed class ImportPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("PK\u0003\u0004 an excel file", "Save it as CSV")]
    [InlineData("only one column\r\nvalue", "one column only")]
    [InlineData("name,rep\r\n", "no rows")]
    [InlineData("name,name\r\na,b", "Two columns are named")]
    [InlineData("name,rep\r\n\"never closed,b\r\nc,d", "a quote is probably not closed")]
    public async Task Says_what_is_wrong_with_a_file(string text, string message)
    {
        var (_, admin) = await AdminAsync();
        using var response = await admin.UploadAsync(ImportKind.Customers, text);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).Body!.Text().Should().Contain(message);
    }

    [Fact]
    public async Task Says_in_which_line_of_a_long_file_something_is_no_text()
    {
        var (_, admin) = await AdminAsync();
        using var response = await admin.UploadAsync(ImportKind.Customers, "name,rep\n" + string.Concat(Enumerable.Repeat("Kestrel,\n", 2000)) + "Ker\0n,\n");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).Body!.Text().Should().Contain("Line 2002 holds a character that is no text.");
    }

    [Fact]
    public async Task Asks_what_the_file_holds()
    {
        var (_, admin) = await AdminAsync();
        using var response = await admin.UploadAsync("", Encoding.UTF8.GetBytes("a,b\r\n1,2"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).Body!.Text().Should().Contain("Say what the file holds.");
    }

    [Fact]
    public async Task Asks_for_a_required_column_and_a_date_that_can_be_read_two_ways()
    {
        var (_, admin) = await AdminAsync();
        using var uploaded = await admin.UploadAsync(ImportKind.Promises, "who,customer,promise,due\r\nAda,Kestrel,Send it,1/2/2026\r\n");
        using var response = await admin.SubmitToAsync(uploaded.Headers.Location!.ToString(), "Check");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var text = (await response.ReadPageAsync()).Body!.Text();
        text.Should().Contain("Choose the column for 'Rep'.").And.Contain("Say how the dates in 'due' are written.");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task Reads_every_common_encoding(string encoding)
    {
        var (organization, admin) = await AdminAsync();
        var text = "name;rep\r\nCôte & Fils;\r\n";
        var content = encoding switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        var url = await admin.CheckAsync(web, ImportKind.Customers, content);
        await admin.PressAsync(web, url, "Apply");

        (await admin.CountsAsync(url)).Should().Equal(1, 0, 0, 0);
        await using var db = web.Db(organization);
        (await db.Customers.SingleAsync()).Name.Should().Be("Côte & Fils");
    }

    [Fact]
    public async Task Reports_each_row_that_is_left_out_and_takes_the_others()
    {
        var (organization, admin) = await AdminAsync();
        var rep = await web.GivenARepAsync(organization, name: "Ada Rowe");
        var file = $"""
            id,rep,customer,when,outcome,summary
            1,Ada Rowe,Kestrel Foods,2026-01-05,met,Called back
            2,{rep.Email},Kestrel Foods,2026-01-06,exceeded,<script>alert(1)</script>
            3,Nobody Known,Kestrel Foods,2026-01-06,met,x
            4,Ada Rowe,Kestrel Foods,2026-02-30,met,x
            5,Ada Rowe,Kestrel Foods,2026-01-07,splendid,x
            1,Ada Rowe,Kestrel Foods,2026-01-08,met,again
            7,Ada Rowe,Kestrel Foods,2199-01-01,met,x
            8,Ada Rowe,,2026-01-08,met,x
            """;
        var url = await admin.CheckAsync(web, ImportKind.Touchpoints, Encoding.UTF8.GetBytes(file));

        (await admin.CountsAsync(url)).Should().Equal(2, 0, 0, 6);
        var text = (await admin.GetPageAsync(url)).Body!.Text();
        text.Should().Contain("Nobody here is called 'Nobody Known'").And.Contain("'2026-02-30' is not a date like")
            .And.Contain("'SPLENDID' is none of").And.Contain("stands in an earlier row too").And.Contain("The customer is missing.");

        await admin.PressAsync(web, url, "Apply");
        await admin.CountsAsync(url);
        await using var db = web.Db(organization);
        (await db.Touchpoints.CountAsync()).Should().Be(2);
        (await db.Ledger.CountAsync()).Should().Be(2);
        (await db.Standings.SingleAsync()).LastContactAt.Should().Be(await db.Touchpoints.MaxAsync(t => t.HappenedAt));
    }

    [Fact]
    public async Task Updates_a_customer_by_external_id_and_gives_the_old_words_back_on_undo()
    {
        var (organization, admin) = await AdminAsync();
        var first = await admin.CheckAsync(web, ImportKind.Customers, "id,name,burned\r\nK1,Kestrel,no\r\n"u8.ToArray());
        await admin.PressAsync(web, first, "Apply");
        var second = await admin.CheckAsync(web, ImportKind.Customers, "id,name,burned\r\nK1,Kestrel Foods,yes\r\n"u8.ToArray());
        (await admin.CountsAsync(second)).Should().Equal(0, 1, 0, 0);
        await admin.PressAsync(web, second, "Apply");
        await admin.CountsAsync(second);
        await using (var db = web.Db(organization))
            (await db.Customers.SingleAsync()).Should().BeEquivalentTo(new { Name = "Kestrel Foods", BurnedBefore = true });

        await admin.PressAsync(web, second, "Undo");
        await admin.CountsAsync(second);
        await using (var db = web.Db(organization))
            (await db.Customers.SingleAsync()).Should().BeEquivalentTo(new { Name = "Kestrel", BurnedBefore = false });
    }

    [Fact]
    public async Task Remembers_the_mapping_of_the_same_columns()
    {
        var (_, admin) = await AdminAsync();
        var file = "Firma,Betreuer\r\nKestrel,\r\n"u8.ToArray();
        await admin.CheckAsync(web, ImportKind.Customers, file, ("Input.Columns[name]", "Firma"));
        using var again = await admin.UploadAsync(ImportKind.Customers.ToString(), file);
        using var page = await admin.GetPageAsync(again.Headers.Location!.ToString());

        page.QuerySelector("select[name='Input.Columns[name]'] option[selected]")!.GetAttribute("value").Should().Be("Firma");
    }

    [Fact]
    public async Task Is_closed_to_reps_and_managers_and_shows_nothing_of_another_organization()
    {
        var (organization, admin) = await AdminAsync();
        using var uploaded = await admin.UploadAsync(ImportKind.Customers, "name,rep\r\nKestrel,\r\n");
        var url = uploaded.Headers.Location!.ToString();
        using var rep = await web.SignedInAsAsync(await web.GivenARepAsync(organization));
        using var manager = await web.SignedInAsAsync(await web.GivenAManagerAsync(organization));
        var (_, stranger) = await AdminAsync();

        (await rep.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await manager.GetAsync(new Uri(Uploads.Url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stranger.GetAsync(new Uri(url + "?handler=Report", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<(GivenOrganization Organization, HttpClient Admin)> AdminAsync()
    {
        var organization = await web.GivenAnOrganizationAsync();
        return (organization, await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization)));
    }
}
