using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.People;
using TrustCoach.Services.Records;

namespace TrustCoach.IntegrationTests.Records;

public sealed class OpeningTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task Each_page_of_a_record_that_a_manager_opens_is_told_to_the_rep_once_a_day()
    {
        var scene = await Scene.SetAsync(web);
        var touchpoint = (await scene.LogAsync(Outcome.Missed)).Value.TouchpointId;
        var promise = await scene.PromiseAsync();
        using var manager = await web.SignedInAsAsync(scene.Manager);
        string[] pages =
        [
            $"/team/reps/{scene.Rep.Id}", $"/customers/{scene.CustomerId}?rep={scene.Rep.Id}", $"/customers/{scene.CustomerId}/why?rep={scene.Rep.Id}",
            $"/touchpoints/{touchpoint}", $"/promises/{promise}", $"/team/what-broke-trust?kind={Breach.ExpectationMissed.Slug()}&rep={scene.Rep.Id}", $"/reps/{scene.Rep.Id}/traits/honesty",
            $"/reps/{scene.Rep.Id}/roll-up", $"/reps/{scene.Rep.Id}/history",
        ];
        foreach (var url in pages.Concat(pages))
        {
            var page = await manager.GetPageAsync(url);
            page.Body!.TextContent.Should().Contain($"{scene.Rep.Name} sees that you opened this.", url);
        }

        var opened = await OpenedAsync(scene);
        opened.Lines.Should().OnlyContain(l => l.Viewer == scene.Manager.Name && (l.Times == 2 || l.Page == EvidencePage.Numbers));
        opened.Lines.Select(l => l.Page).Should().Contain(
        [
            EvidencePage.RepPage, EvidencePage.Customer, EvidencePage.Why, EvidencePage.Touchpoint, EvidencePage.Promise, EvidencePage.WhatBrokeTrust, EvidencePage.Trait0, EvidencePage.Numbers,
        ]);
        web.Hands.Advance(TimeSpan.FromDays(1));
        await manager.GetPageAsync(pages[0]);
        (await OpenedAsync(scene)).Lines.Count(l => l.Page == EvidencePage.RepPage).Should().Be(2);

        using var rep = await web.SignedInAsAsync(scene.Rep);
        var list = await rep.GetPageAsync("/progress/opened");
        list.QuerySelectorAll("tbody tr").Should().HaveCount(opened.Lines.Count + 1);
        foreach (var link in list.QuerySelectorAll("tbody a"))
            (await rep.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ones_own_visits_what_is_not_found_and_others_records_are_not_noted()
    {
        var scene = await Scene.SetAsync(web);
        await scene.LogAsync(Outcome.Missed);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        foreach (var url in new[] { $"/customers/{scene.CustomerId}", $"/customers/{scene.CustomerId}/why", $"/reps/{scene.Rep.Id}/roll-up" })
            (await rep.GetPageAsync(url)).Body!.TextContent.Should().NotContain("sees that you opened this");
        using var stranger = await web.SignedInAsAsync(await web.GivenAManagerAsync(scene.Organization));
        (await stranger.GetAsync(new Uri($"/team/reps/{scene.Rep.Id}", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await OpenedAsync(scene)).Lines.Should().BeEmpty();
        (await rep.GetPageAsync("/progress/opened")).Body!.TextContent.Should().Contain("Nobody else has opened");
    }

    [Fact]
    public async Task A_note_that_fails_breaks_nothing_and_old_ones_go()
    {
        var scene = await Scene.SetAsync(web);
        Task<bool> NoteAsync(Guid repId) => scene.WithAsync(
            scene.Manager, (RecordService s, Actor a) => s.NoteOpenedAsync(a, [new(repId, "Hanna", EvidencePage.RepPage, repId)], default));
        (await NoteAsync(Guid.NewGuid())).Should().BeFalse();
        (await NoteAsync(scene.Rep.Id)).Should().BeTrue();
        web.Hands.Advance(TimeSpan.FromDays(EvidenceOpening.KeptDays + 1));
        (await OpenedAsync(scene)).Lines.Should().BeEmpty();
        (await NoteAsync(scene.Rep.Id)).Should().BeTrue();
        await using var db = scene.Db();
        (await db.EvidenceOpenings.CountAsync()).Should().Be(1);
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_one_statement_to_note_and_one_to_read(int pages)
    {
        var scene = await Scene.SetAsync(web);
        EvidenceOpened[] opened = [.. Enumerable.Range(0, pages).Select(_ => new EvidenceOpened(scene.Rep.Id, "", EvidencePage.Customer, Guid.NewGuid()))];
        var (noted, read) = (new CommandCounter(), new CommandCounter());
        await scene.AskAsync(scene.Manager, (db, _, actor) => new RecordService(db, web.Clock, NullLogger<RecordService>.Instance).NoteOpenedAsync(actor, opened, default), noted);
        var page = await scene.AskAsync(scene.Rep, (db, _, actor) => new OpeningsQuery(db, web.Clock).RunAsync(actor, 1, default), read);
        (noted.Count, read.Count, page.Lines.Count).Should().Be((1, 1, pages));
    }

    private static Task<OpeningsPage> OpenedAsync(Scene scene) => scene.WithAsync(scene.Rep, (OpeningsQuery q, Actor a) => q.RunAsync(a, 1, default));
}
