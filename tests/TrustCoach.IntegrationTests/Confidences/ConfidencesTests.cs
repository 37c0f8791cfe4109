using System.Net;
using Microsoft.EntityFrameworkCore;

using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Confidences;

public sealed class ConfidencesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly SaidSecret Merger = new("They merge in spring", "Ilse", null, null, null, null);

    [Fact]
    public async Task It_is_kept_found_under_its_customer_changed_and_let_go_of_by_its_author_alone()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        (await client.GetStringAsync(new Uri("/confidences", UriKind.Relative))).Should().Contain("Gossip often begins");
        using (var kept = await client.SubmitAsync("/confidences", ("Input.What", "<i>They merge</i>"), ("Input.CustomerId", $"{scene.CustomerId}"), ("Input.Until", "2030-03-03")))
            kept.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var id = (await AllAsync(scene))[0].Id;

        using (var page = await client.GetPageAsync($"/confidences?customer={scene.CustomerId}"))
            page.QuerySelector(".row-title")!.TextContent.Should().Be("<i>They merge</i>");
        (await client.GetStringAsync(new Uri($"/confidences?customer={Guid.NewGuid()}", UriKind.Relative))).Should().NotContain("They merge");
        using (var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId)))
        {
            (await colleague.GetAsync(new Uri($"/confidences/{id}", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        using (var manager = await web.SignedInAsAsync(scene.Manager))
            (await manager.GetAsync(new Uri("/confidences", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        using (var changed = await client.SubmitAsync($"/confidences/{id}", ("Input.What", "They do not merge")))
            changed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var secret = (await AllAsync(scene)).Single();
        (secret.Secret!.What, secret.Version, secret.Customer, secret.Secret.Until).Should().Be(("They do not merge", 2, scene.Customer, new DateOnly(2030, 3, 3)));
        using (var gone = await client.SubmitToAsync($"/confidences/{id}", "LetGo"))
            gone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = scene.Db();
        (await db.SealedSecrets.CountAsync(s => s.PersonId == scene.Rep.Id)).Should().Be(0);
        (await db.Audit.CountAsync(a => a.SubjectId == id)).Should().Be(0);
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var scene = await Scene.SetAsync(web);
        using var client = await web.SignedInAsAsync(scene.Rep);
        foreach (var (field, value) in new[] { ("Input.What", ""), ("Input.What", new string('x', 501)), ("Input.MayKnow", new string('x', 201)), ("Input.CustomerId", $"{Guid.NewGuid()}"), ("Input.ToldOn", "2099-01-01"), ("Input.Until", "blurgh") })
        {
            using var refused = await client.SubmitAsync("/confidences", [(field, value), ("Input.From", "Ilse"), .. field == "Input.What" ? [] : new[] { ("Input.What", "They merge") }]);
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest, field);
            using var page = await refused.ReadPageAsync();
            page.QuerySelector("[name='Input.From']")!.GetAttribute("value").Should().Be("Ilse");
            page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid").Should().Be("true", field);
        }

        (await AllAsync(scene)).Should().BeEmpty();
    }

    [Fact]
    public async Task Twice_at_once_is_one_and_the_second_of_two_changes_is_told()
    {
        var scene = await Scene.SetAsync(web);
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DoAsync(scene, (s, a) => s.KeepAsync(a, id, Merger, default))));
        (await AllAsync(scene)).Should().ContainSingle();
        (await DoAsync(scene, (s, a) => s.ChangeAsync(a, id, 1, Merger with { What = "First" }, default)))!.Value.Refused(out _, out _).Should().BeFalse();
        (await DoAsync(scene, (s, a) => s.ChangeAsync(a, id, 1, Merger with { What = "Second" }, default)))!.Value.Refused(out _, out _).Should().BeTrue();
        (await AllAsync(scene)).Single().Secret!.What.Should().Be("First");
    }

    [Fact]
    public async Task A_row_put_under_another_name_or_number_does_not_open()
    {
        var scene = await Scene.SetAsync(web);
        await DoAsync(scene, (s, a) => s.KeepAsync(a, Guid.NewGuid(), Merger, default));
        await using var db = scene.Db();
        var row = await db.SealedSecrets.AsNoTracking().SingleAsync(s => s.PersonId == scene.Rep.Id);
        var other = await web.GivenARepAsync(scene.Organization, scene.Rep.TeamId);
        db.Add(new SealedSecret(scene.Organization.Id, Guid.NewGuid(), other.Id, row.Sealed));
        db.Add(new SealedSecret(scene.Organization.Id, Guid.NewGuid(), scene.Rep.Id, row.Sealed));
        await db.SaveChangesAsync();
        (await scene.WithAsync(other, (SecretService s, Actor a) => s.AllAsync(a, default))).Single().Secret.Should().BeNull();
        (await AllAsync(scene)).Select(s => s.Secret is null).Should().BeEquivalentTo([true, false]);
    }

    private static Task<T> DoAsync<T>(Scene scene, Func<SecretService, Actor, Task<T>> act) => scene.WithAsync(scene.Rep, act);

    private static Task<IReadOnlyList<KeptSecret>> AllAsync(Scene scene) => DoAsync(scene, (s, a) => s.AllAsync(a, default));
}
