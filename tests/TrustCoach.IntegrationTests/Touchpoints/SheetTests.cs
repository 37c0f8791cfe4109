using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.IntegrationTests.Design;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Touchpoints;

/// <summary>The log form as it is asked for by the sheet, and what it weighs.</summary>
public sealed class SheetTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task The_sheet_is_the_form_of_the_page_with_ids_of_its_own()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        using var page = await client.GetPageAsync($"/log?customer={scene.CustomerId}&outcome=Met");
        client.DefaultRequestHeaders.Add("X-Sheet", "1");
        using var sheet = await client.GetPageAsync($"/log?customer={scene.CustomerId}&outcome=Met");

        sheet.QuerySelector("main, nav").Should().BeNull();
        var names = (AngleSharp.Dom.IDocument document) => document.QuerySelectorAll("[data-log-form] [name]").Select(field => field.GetAttribute("name")).Distinct();
        names(sheet).Should().Equal(names(page));
        sheet.QuerySelectorAll("[data-log-form] input[id]").Should().OnlyContain(field => field.Id!.StartsWith("sheet-", StringComparison.Ordinal));
        sheet.QuerySelectorAll("input:checked, input[checked]").Select(field => field.GetAttribute("value")).Should().Contain([$"{scene.RelationshipId}", "Met"]);
    }

    [Fact]
    public async Task A_customer_added_twice_by_the_same_form_is_added_once_and_chosen()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        for (var time = 0; time < 2; time++)
        {
            using var response = await client.SubmitToLogAsync("Osprey Mills", "Referral");
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            using var form = await response.ReadPageAsync();
            form.QuerySelector("input[name='Input.RelationshipId'][checked]")!.ParentElement!.TextContent.Trim().Should().Be("Osprey Mills");
        }

        await using var db = scene.Db();
        (await db.Customers.CountAsync(c => c.Name == "Osprey Mills")).Should().Be(1);
    }

    [Fact]
    public async Task A_colleague_s_customer_is_joined_and_a_new_one_without_a_beginning_is_refused_with_the_name_kept()
    {
        var (scene, name) = (await Scene.SetAsync(web), "Petrel Works");
        await using (var db = scene.Db())
        {
            db.Add(Customer.Add(scene.Organization.Id, Guid.CreateVersion7(), name, false, null, scene.Now).Value);
            await db.SaveChangesAsync();
        }

        using var client = await web.SignedInAsAsync(scene.Rep);
        using var unsaid = await client.SubmitToLogAsync(name, "");
        unsaid.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var taken = await client.SubmitToLogAsync(name, "Cold");
        taken.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await taken.ReadPageAsync();
        page.QuerySelector("input[name='New.Name']")!.GetAttribute("value").Should().Be(name);
        var join = page.QuerySelector("button[formaction*='join=']")!.GetAttribute("formaction")!;
        using var joined = await client.SubmitToLogAsync(name, "Cold", join);
        joined.StatusCode.Should().Be(HttpStatusCode.OK);
        (await joined.Content.ReadAsStringAsync()).Should().Contain("How did it go against what Petrel Works expected?");
    }

    [Fact]
    public async Task A_customer_is_found_by_a_person_there_and_with_a_typing_error()
    {
        var scene = await Scene.SetAsync(web, customer: "Kestrel Foods");
        await using (var db = scene.Db())
        {
            db.Add(Contact.Add(scene.Organization.Id, Guid.CreateVersion7(), scene.CustomerId, "Ilse Brandström", null, null, null).Value);
            await db.SaveChangesAsync();
        }

        using var client = await web.SignedInAsAsync(scene.Rep);
        (await client.GetStringAsync(new Uri("/log?handler=Who&q=brandstrom", UriKind.Relative))).Should().Contain("Kestrel Foods").And.Contain("Ilse Brandstr");
        (await client.GetStringAsync(new Uri("/log?handler=Who&q=kestrl", UriKind.Relative))).Should().Contain("These sound alike").And.Contain("Kestrel Foods");
        using (var who = await client.GetPageAsync("/log?handler=Who&q=kes"))
            who.QuerySelector("input[type=radio]")!.Id.Should().NotStartWith("sheet-");
        client.DefaultRequestHeaders.Add("X-Sheet", "1");
        using (var who = await client.GetPageAsync("/log?handler=Who&q=kes"))
            who.QuerySelectorAll("input[id]").Should().OnlyContain(field => field.Id!.StartsWith("sheet-", StringComparison.Ordinal));
        (await client.GetStringAsync(new Uri("/log?handler=Who&q=%25", UriKind.Relative))).Should().Contain("No customer of yours");
    }

    [Theory]
    [InlineData(-3, 200), InlineData(1, 200), InlineData(60 * 24 * 3, 400)]
    public async Task The_clock_of_a_device_is_weighed_like_a_time_somebody_typed(int minutesAhead, int status)
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        var claimed = web.Clock.GetUtcNow().AddMinutes(minutesAhead);
        using var response = await client.SubmitAsync($"/log?customer={scene.CustomerId}", ("Input.Outcome", "Met"), ("Input.ClaimedAt", claimed.ToString("O")));

        ((int)response.StatusCode).Should().Be(status == 200 ? 302 : 400);
        if (status == 400)
            (await response.Content.ReadAsStringAsync()).Should().Contain("This is in the future").And.Contain(claimed.ToString("O")[..16]);
        await using var db = scene.Db();
        (await db.Touchpoints.Select(t => t.HappenedAt).ToListAsync()).Where(at => at > web.Clock.GetUtcNow()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_device_keeps_names_of_one_s_own_customers_and_the_page_it_keeps_is_nobody_s()
    {
        var (scene, other) = (await Scene.SetAsync(web, customer: "Kestrel Foods"), await Scene.SetAsync(web, customer: "Petrel Works"));
        using var client = await web.SignedInAsAsync(scene.Rep);
        var kept = await client.GetStringAsync(new Uri("/log?handler=Customers", UriKind.Relative));
        kept.Should().Contain("Kestrel Foods").And.NotContain(other.Customer);

        using var stranger = web.Visitor();
        using var page = await stranger.GetAsync(new Uri("/log/waiting", UriKind.Relative));
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).Should().NotContain("__RequestVerificationToken").And.Contain("needs JavaScript");
    }

    [Fact]
    public void All_script_on_the_way_to_a_log_weighs_less_than_40_kB_compressed()
    {
        var scripts = Sources.Files("*.js", "wwwroot").ToList();
        scripts.Should().NotBeEmpty();
        scripts.Sum(Compressed).Should().BeLessThan(40_000);
    }

    private static long Compressed(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return packed.Length;
    }
}

file static class Posts
{
    public static async Task<HttpResponseMessage> SubmitToLogAsync(this HttpClient client, string name, string climate, string action = "/log?handler=Add")
    {
        using var form = await client.GetPageAsync("/log");
        using var sent = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Input.Key"] = form.QuerySelector("input[name='Input.Key']")!.GetAttribute("value")!,
            ["New.Name"] = name,
            ["New.Climate"] = climate,
        });
        return await client.PostAsync(new Uri(action, UriKind.Relative), sent);
    }
}
