using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Ripples;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.People;
using TrustCoach.Services.Ripples;

namespace TrustCoach.IntegrationTests.Ripples;

public sealed class LinkServiceTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task The_same_form_twice_notes_one_and_so_do_two_from_either_side_at_once()
    {
        var (scene, other) = await SetAsync();
        var key = Guid.CreateVersion7();
        (await Task.WhenAll(NoteAsync(scene, other, key), NoteAsync(scene, other, key))).Should().OnlyContain(noted => noted!.Value.Value == key);
        (await NoteAsync(scene, other))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Be("They are linked in this way already.");

        (await NoteAsync(scene, other, role: LinkRole.CameThroughThem))!.Value.Refused(out _, out _).Should().BeFalse("the other way round is another referral");
        var group = await Task.WhenAll(
            NoteAsync(scene, other, role: LinkRole.SameGroup),
            NoteAsync(scene with { CustomerId = other }, scene.CustomerId, role: LinkRole.SameGroup));
        group.Count(noted => noted!.Value.Refused(out _, out _)).Should().Be(1);
        await using var db = scene.Db();
        (await db.CustomerLinks.CountAsync()).Should().Be(3);
        (await db.Audit.CountAsync(a => a.Act == "link.noted")).Should().Be(3);
    }

    [Fact]
    public async Task Only_customers_and_people_one_may_see_are_linked()
    {
        var (scene, other) = await SetAsync();
        var colleague = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        var (theirs, _) = await Scene.CustomerAsync(web, scene.Organization, colleague, "Secret Mills");
        var (stranger, strange) = await SetAsync();
        var foreign = await ContactAsync(stranger, strange, "Somebody else");
        foreach (var id in new[] { theirs, strange, scene.CustomerId, Guid.Empty })
            (await NoteAsync(scene, id))!.Value.Refused(out _, out _).Should().BeTrue();
        (await NoteAsync(scene with { CustomerId = theirs }, other)).Should().BeNull();
        (await NoteAsync(scene, other, contact: foreign))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(nameof(NoteLink.OtherContactId));

        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var chosen = await rep.GetAsync(new Uri($"/customers/{scene.CustomerId}/links?with={theirs}", UriKind.Relative));
        chosen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}/links?q=Secret")).Body!.TextContent.Should().Contain("named like “Secret”").And.NotContain("Secret Mills");
    }

    [Fact]
    public async Task Of_a_colleagues_customer_one_is_told_that_there_is_one_and_no_more()
    {
        var (scene, _) = await SetAsync();
        var colleague = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId, "Orla Quist");
        var (theirs, _) = await Scene.CustomerAsync(web, scene.Organization, colleague, "Secret Mills");
        var person = await ContactAsync(scene, theirs, "Secret Person");
        var link = (await NoteAsync(scene, theirs, contact: person, note: "Secret note", by: scene.Manager))!.Value.Value;
        using var rep = await web.SignedInAsAsync(scene.Rep);
        foreach (var url in new[] { $"/customers/{scene.CustomerId}/links", $"/customers/{scene.CustomerId}" })
        {
            var page = await rep.GetPageAsync(url);
            page.Body!.TextContent.Should().Contain("A customer of a colleague").And.NotContain("Orla");
            page.DocumentElement.OuterHtml.Should().NotContain("Secret").And.NotContain($"{theirs}");
        }

        using var closed = await rep.GetAsync(new Uri($"/links/{link}", UriKind.Relative));
        closed.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await ChangeAsync(scene, link, 1, "mine now")).Should().BeNull();
        using var manager = await web.SignedInAsAsync(scene.Manager);
        (await manager.GetPageAsync($"/links/{link}")).Body!.TextContent.Should().Contain("Secret Person").And.Contain("Secret note");
    }

    [Fact]
    public async Task By_form_it_is_noted_changed_removed_and_put_back()
    {
        var (scene, other) = await SetAsync("<b>Other</b>");
        const string hostile = "<img src=x onerror=alert(1)>";
        using var rep = await web.SignedInAsAsync(scene.Rep);
        var url = $"/customers/{scene.CustomerId}/links?with={other}";
        using var empty = await rep.SubmitAsync(url, ("Input.Note", hostile));
        empty.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var refused = await empty.ReadPageAsync();
        refused.Body!.TextContent.Should().Contain("Say how they are linked.").And.Contain(hostile, "what was typed stays");
        (await rep.SubmitAsync(url, ("Input.Note", new string('x', 301)), ("Input.As", "SameGroup"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await rep.SubmitAsync(url, ("Input.Note", "x"), ("Input.As", "FormerColleagues"))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "nobody is named");
        (await rep.SubmitAsync(url, ("Input.Note", hostile), ("Input.As", "SameGroup"))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        var list = await rep.GetPageAsync($"/customers/{scene.CustomerId}/links");
        (list.QuerySelector("main img"), list.QuerySelector("main b")).Should().Be(((IElement?)null, (IElement?)null));
        var link = list.QuerySelector("a[href^='/links/']")!.GetAttribute("href")!;
        (await rep.SubmitToAsync(link, "Change", ("Input.Note", "One owner"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await rep.SubmitToAsync(link, "Change", ("Input.Version", "1"), ("Input.Note", "Late"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var id = Guid.Parse(link["/links/".Length..].Split('?')[0]);
        var gone = await scene.WithAsync(scene.Rep, (LinkService s, Actor a) => s.RemoveAsync(a, id, 2, default));
        gone!.Value.Refused(out _, out _).Should().BeFalse();
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}/links")).Body!.TextContent.Should().NotContain("One owner");
        await Task.WhenAll(PutBackAsync(scene, id), PutBackAsync(scene, id));
        (await rep.GetPageAsync($"/customers/{scene.CustomerId}/links")).Body!.TextContent.Should().Contain("One owner");
    }

    [Fact]
    public async Task More_than_anybody_reads_is_refused()
    {
        var (scene, other) = await SetAsync();
        await ManyAsync(scene, CustomerLink.MostOfACustomer);
        (await NoteAsync(scene, other))!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("50 links");
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Two_statements_whatever_their_number(int count)
    {
        var (scene, _) = await SetAsync();
        await ManyAsync(scene, count);
        var counter = new CommandCounter();
        var page = await scene.AskAsync(scene.Rep, (db, _, actor) => new LinksQuery(db).OfAsync(actor, scene.CustomerId, default), counter);
        page!.Links.Should().HaveCount(count);
        counter.Count.Should().Be(2);
    }

    internal static async Task ManyAsync(Scene scene, int count)
    {
        await using var db = scene.Db();
        foreach (var i in Enumerable.Range(0, count))
        {
            var (known, _) = await Scene.CustomerAsync(scene.Web, scene.Organization, scene.Rep, $"Known {i}");
            db.Add(CustomerLink.Between(scene.Organization.Id, Guid.CreateVersion7(), LinkKind.Referral, new(known), new(scene.CustomerId), null, scene.Rep.Id, scene.Now).Value);
        }

        await db.SaveChangesAsync();
    }

    internal static async Task<Guid> ContactAsync(Scene scene, Guid customerId, string name)
    {
        await using var db = scene.Db();
        var contact = Contact.Add(scene.Organization.Id, Guid.CreateVersion7(), customerId, name, null, null, null).Value;
        db.Add(contact);
        await db.SaveChangesAsync();
        return contact.Id;
    }

    internal static Task<Result<Guid>?> NoteAsync(
        Scene scene, Guid other, Guid? key = null, LinkRole role = LinkRole.ReferredThem, Guid? here = null, Guid? contact = null, string? note = null, GivenPerson? by = null) =>
        scene.WithAsync(by ?? scene.Rep, (LinkService s, Actor a) => s.NoteAsync(a, new(key ?? Guid.CreateVersion7(), scene.CustomerId, role, here, other, contact, note), default));

    private static Task<Result<Guid>?> ChangeAsync(Scene scene, Guid link, int version, string note) =>
        scene.WithAsync(scene.Rep, (LinkService s, Actor a) => s.ChangeAsync(a, link, version, note, default));

    private static Task<Result<Guid>?> PutBackAsync(Scene scene, Guid link) =>
        scene.WithAsync(scene.Rep, (LinkService s, Actor a) => s.PutBackAsync(a, link, default));

    private async Task<(Scene Scene, Guid Other)> SetAsync(string name = "Norland Dairies")
    {
        var scene = await Scene.SetAsync(web);
        return (scene, (await Scene.CustomerAsync(web, scene.Organization, scene.Rep, name)).CustomerId);
    }
}
