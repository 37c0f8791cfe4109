using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Coaching;

public sealed class SessionServiceTests : IClassFixture<WebFixture>
{
    private readonly WebFixture _web;
    private readonly ManualClock _clock = new();

    public SessionServiceTests(WebFixture web)
    {
        _web = web;
        if (web.Clock is ManualClock shared)
            _clock = shared;
        web.Clock = _clock;
    }

    [Fact]
    public async Task Opened_by_several_at_once_it_is_one_session()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.OpenAsync()));
        ids.Distinct().Should().ContainSingle();
        await using var db = scene.Db();
        (await db.CoachingPromises.CountAsync(p => p.SessionId == ids[0])).Should().Be(1);
        (await db.Audit.CountAsync(a => a.Act == AuditActs.SessionPlanned)).Should().Be(1);
    }

    [Fact]
    public async Task Held_on_its_day_the_word_to_be_there_is_kept_and_the_next_is_planned_once()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.PlanAsync(1, everyWeeks: 2);
        _clock.Advance(TimeSpan.FromDays(1));
        Task<Result<SessionDone>?> CloseAsync() => scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Manager, (s, actor) => s.CloseAsync(actor, id, default));
        await Task.WhenAll(CloseAsync(), CloseAsync());

        var (session, owed) = (await scene.SessionAsync(id), await scene.OwedAsync(id));
        (session.State, owed.State, owed.ManagerId).Should().Be((SessionState.Held, PromiseState.Kept, scene.Manager.Id));
        await using var db = scene.Db();
        var next = await db.CoachingSessions.SingleAsync(s => s.State == SessionState.Planned);
        (next.PlannedAt, next.EveryWeeks).Should().Be((session.PlannedAt.AddDays(14), (short)2));
        (await db.Audit.CountAsync(a => a.Act == AuditActs.SessionHeld)).Should().Be(1);
    }

    [Fact]
    public async Task Moved_in_time_it_is_renegotiated_and_not_held_it_is_broken_by_the_clock()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.PlanAsync(1);
        var moved = await MoveAsync(scene, scene.Manager, id, _clock.Now.AddDays(3), 1);
        moved!.Value.Refused(out _, out _).Should().BeFalse();
        var owed = await scene.OwedAsync(id);
        (owed.State, owed.Renegotiations, owed.DueDay).Should().Be((PromiseState.Open, 1, new DateOnly(2026, 9, 2).AddDays((int)(_clock.Now.AddDays(3) - new DateTimeOffset(2026, 9, 2, 9, 0, 0, TimeSpan.Zero)).TotalDays)));

        _clock.Advance(TimeSpan.FromDays(3 + 7));
        await scene.LetTheClockBookAsync();
        owed = await scene.OwedAsync(id);
        (owed.State, owed.ManagerId).Should().Be((PromiseState.Broken, scene.Manager.Id));
        var ledger = await scene.RunAsync<ManagerPromisesQuery, ManagerPromises>(scene.Manager, (q, actor) => q.RunAsync(actor, default));
        (ledger.Ratio.Broken, ledger.Closed.Single().Kind).Should().Be((1, CoachingPromiseKind.BeThere));
    }

    [Fact]
    public async Task Moved_after_its_day_by_who_coaches_the_old_word_is_broken_and_by_the_rep_it_is_not()
    {
        foreach (var (byRep, state) in new[] { (false, PromiseState.Broken), (true, PromiseState.Lapsed) })
        {
            var scene = await CoachingScene.SetAsync(_web);
            var id = await scene.PlanAsync(1);
            _clock.Advance(TimeSpan.FromDays(2));
            var moved = await MoveAsync(scene, byRep ? scene.Rep : scene.Manager, id, _clock.Now.AddDays(3), 1);
            moved!.Value.Refused(out var problem, out _).Should().BeFalse(problem?.Message);
            await using var db = scene.Db();
            var words = await db.CoachingPromises.Where(p => p.SessionId == id).OrderBy(p => p.MadeAt).ToListAsync();
            words.Select(p => p.State).Should().Equal(state, PromiseState.Open);
        }
    }

    [Fact]
    public async Task Of_two_who_move_it_at_once_the_second_is_told()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.PlanAsync(1);
        var moves = await Task.WhenAll(
            MoveAsync(scene, scene.Manager, id, _clock.Now.AddDays(3), 1), MoveAsync(scene, scene.Rep, id, _clock.Now.AddDays(4), 1));
        moves.Count(m => m!.Value.Refused(out _, out _)).Should().Be(1);
    }

    [Fact]
    public async Task What_was_talked_about_in_a_cancelled_session_stands_on_the_next_agenda()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.PlanAsync(1);
        var item = (await scene.RunAsync<AgendaService, Result<AgendaAdded>?>(scene.Rep, (a, actor) => a.AddAsync(actor, scene.Rep.Id, "Dates", AgendaSource.Words, default)))!.Value.Value.ItemId;
        await scene.RunAsync<AgendaService, Result<AgendaAdded>?>(scene.Manager, (a, actor) => a.SettleAsync(actor, item, default));
        var nothing = await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Rep, (s, actor) => s.CancelAsync(actor, id, " ", default));
        nothing!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be("Reason");
        await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Rep, (s, actor) => s.CancelAsync(actor, id, "Ill", default));

        (await scene.OwedAsync(id)).State.Should().Be(PromiseState.Lapsed);
        var page = await PageAsync(scene, scene.Manager, await scene.OpenAsync());
        page!.Agenda.Should().ContainSingle(a => a.Item.Id == item && a.Item.IsOpen);
    }

    [Fact]
    public async Task The_same_source_is_raised_once_and_only_by_the_rep_and_who_coaches_them()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var source = AgendaSource.Of(AgendaSourceKind.Evidence, Guid.NewGuid());
        Task<Result<AgendaAdded>?> AddAsync(GivenPerson by) => scene.RunAsync<AgendaService, Result<AgendaAdded>?>(by, (a, actor) => a.AddAsync(actor, scene.Rep.Id, "A win", source, default));
        await Task.WhenAll(AddAsync(scene.Rep), AddAsync(scene.Manager), AddAsync(scene.Manager));
        (await AddAsync(scene.Other)).Should().BeNull("they do not coach the rep");
        await using var db = scene.Db();
        (await db.AgendaItems.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task The_new_manager_takes_over_what_is_planned_and_shared_and_the_old_one_keeps_their_own_note()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.PlanAsync(2);
        await scene.RunAsync<AgendaService, Result<AgendaAdded>?>(scene.Manager, (a, actor) => a.AddAsync(actor, scene.Rep.Id, "Dates", AgendaSource.Words, default));
        await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Manager, (w, actor) => w.WritePrivateAsync(actor, new(id, "Only mine.", 0), default));
        await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Rep, (w, actor) => w.WriteWordsAsync(actor, new(id, new("Good", null, null), 0), default));
        await scene.MoveRepToOtherTeamAsync();

        var refused = await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Manager, (w, actor) => w.WriteSharedAsync(actor, new(id, "Too late", 0), default));
        refused!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("Marcus Adeyemi does now");
        (await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Other, (s, actor) => s.OpenAsync(actor, scene.Rep.Id, default)))!.Value.Value.SessionId.Should().Be(id);
        await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Other, (w, actor) => w.WriteSharedAsync(actor, new(id, "Ours now", 0), default));

        var (theirs, mine) = (await PageAsync(scene, scene.Other, id), await PageAsync(scene, scene.Manager, id));
        (theirs!.Agenda.Count, theirs.Session.Words.WentWell, theirs.Private.Text, theirs.MayWrite).Should().Be((1, "Good", null, true));
        (mine!.SeesAll, mine.MayWrite, mine.Private.Text, mine.Agenda.Count).Should().Be((false, false, "Only mine.", 0));
        (await scene.SessionAsync(id)).FormerManagerIds.Should().Equal(scene.Manager.Id);
        _clock.Advance(TimeSpan.FromDays(2));
        await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Other, (s, actor) => s.CloseAsync(actor, id, default));
        (await scene.OwedAsync(id)).ManagerId.Should().Be(scene.Other.Id, "who held it kept the word");
    }

    [Fact]
    public async Task A_held_session_stays_with_the_two_who_held_it()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.OpenAsync();
        await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Manager, (s, actor) => s.CloseAsync(actor, id, default));
        await scene.MoveRepToOtherTeamAsync();
        (await PageAsync(scene, scene.Manager, id))!.SeesAll.Should().BeTrue();
        (await PageAsync(scene, scene.Rep, id))!.SeesAll.Should().BeTrue();
        (await PageAsync(scene, scene.Other, id)).Should().BeNull();
    }

    [Fact]
    public async Task A_private_note_is_sealed_for_its_author_and_said_nowhere_else()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.OpenAsync();
        await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Manager, (w, actor) => w.WritePrivateAsync(actor, new(id, "secretwords", 0), default));
        (await PageAsync(scene, scene.Manager, id))!.Private.Text.Should().Be("secretwords");
        (await PageAsync(scene, scene.Rep, id))!.Private.Text.Should().BeNull();
        await using var db = scene.Db();
        var kept = await db.SealedNotes.SingleAsync();
        System.Text.Encoding.UTF8.GetString(kept.Sealed).Should().NotContain("secretwords");
        _web.Services.GetRequiredService<NoteSeal>().Open(scene.Rep.Id, kept.Sealed).Should().BeNull();
        (await db.Audit.ToListAsync()).Should().NotContain(a => $"{a.Before}{a.After}{a.Reason}".Contains("secretwords"));

        var older = await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Manager, (w, actor) => w.WritePrivateAsync(actor, new(id, "another screen", 0), default));
        older!.Value.Refused(out _, out _).Should().BeTrue();
        await scene.RunAsync<SessionWritingService, Result<SessionDone>?>(scene.Manager, (w, actor) => w.WritePrivateAsync(actor, new(id, " ", 1), default));
        (await db.SealedNotes.CountAsync()).Should().Be(0, "emptied, nothing of it stays");
    }

    [Fact]
    public async Task What_is_agreed_stands_on_both_ledgers_and_a_colleague_s_is_told_without_its_words()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var colleague = await _web.GivenARepAsync(scene.Organization, scene.Team.Id, "Tomas Brandt");
        var id = await scene.OpenAsync();
        var (mine, theirs) = (await scene.AgreeAsync(id, byRep: false, "Ask production", 2), await scene.AgreeAsync(id, byRep: true, "Show the offer", 3));
        await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(scene.Manager, (p, actor) => p.KeepAsync(actor, mine, default));

        async Task<ManagerPromises?> LedgerAsync(GivenPerson reader) =>
            await scene.RunAsync<ManagerPromisesQuery, ManagerPromises?>(reader, (q, actor) => q.RunAsync(actor, scene.Manager.Id, default));
        (await LedgerAsync(scene.Manager))!.Closed.Should().ContainSingle(r => r.Text == "Ask production");
        (await LedgerAsync(scene.Rep))!.Closed.Should().ContainSingle(r => r.Text == "Ask production");
        var seen = (await LedgerAsync(colleague))!;
        seen.Closed.Should().ContainSingle(r => r.Text == null && r.Rep == null && r.State == PromiseState.Kept);
        seen.Ratio.Kept.Should().Be(1);
        (await LedgerAsync(scene.Other)).Should().BeNull();

        var list = await scene.RunAsync<CoachingListQuery, CoachingList>(scene.Rep, (q, actor) => q.RunAsync(actor, 1, 1, default));
        list.Agreed.Should().ContainSingle(a => a.Promise.Id == theirs && a.IsMine);
        (await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(colleague, (p, actor) => p.KeepAsync(actor, theirs, default))).Should().BeNull();
        var notMine = await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(scene.Manager, (p, actor) => p.KeepAsync(actor, theirs, default));
        notMine!.Value.Refused(out _, out _).Should().BeTrue("who promised it says when it is done");
    }

    [Fact]
    public async Task Another_day_needs_the_other_s_consent_and_the_clock_breaks_what_nobody_kept()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.OpenAsync();
        var (moved, broken) = (await scene.AgreeAsync(id, true, "Show the offer", 2), await scene.AgreeAsync(id, true, "Call them", 2));
        var day = DateOnly.FromDateTime(_clock.Now.UtcDateTime).AddDays(20);
        await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(scene.Rep, (p, actor) => p.AskForDayAsync(actor, moved, day, null, default));
        var own = await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(scene.Rep, (p, actor) => p.AnswerAsync(actor, moved, true, day, default));
        own!.Value.Refused(out _, out _).Should().BeTrue("nobody agrees with themselves");
        await scene.MoveRepToOtherTeamAsync();
        await scene.RunAsync<AgreedPromiseService, Result<AgreedDone>?>(scene.Manager, (p, actor) => p.AnswerAsync(actor, moved, true, day, default));
        _clock.Advance(TimeSpan.FromDays(9));
        await scene.LetTheClockBookAsync();
        (await scene.StateAsync(moved), await scene.StateAsync(broken)).Should().Be((PromiseState.Open, PromiseState.Broken));
        await using var db = scene.Db();
        (await db.CoachingPromises.SingleAsync(p => p.Id == broken)).ManagerId.Should().Be(scene.Manager.Id, "it stays between these two");
    }

    [Fact]
    public async Task Somebody_switched_off_leaves_no_planned_session_and_nobody_held_to_a_word()
    {
        var scene = await CoachingScene.SetAsync(_web);
        var admin = await _web.GivenAnAdminAsync(scene.Organization);
        var id = await scene.PlanAsync(2);
        var agreed = await scene.AgreeAsync(id, byRep: false, "Ask production", 2);
        (await scene.RunAsync<PersonService, Result<Person>?>(admin, (p, actor) => p.DeactivateAsync(actor, scene.Rep.Id, true, default)))!.Value.Refused(out _, out _).Should().BeFalse();
        ((await scene.SessionAsync(id)).State, (await scene.OwedAsync(id)).State, await scene.StateAsync(agreed))
            .Should().Be((SessionState.Cancelled, PromiseState.Lapsed, PromiseState.Lapsed));
        (await scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(scene.Manager, (s, actor) => s.OpenAsync(actor, scene.Rep.Id, default))).Should().BeNull();
        var list = await scene.RunAsync<CoachingListQuery, CoachingList>(scene.Manager, (q, actor) => q.RunAsync(actor, 1, 1, default));
        (list.Reps.Count, list.Closed.Count).Should().Be((0, 1));
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task Costs_the_same_statements_whatever_the_size(int size)
    {
        var scene = await CoachingScene.SetAsync(_web);
        var id = await scene.OpenAsync();
        await using (var db = scene.Db())
        {
            for (var i = 0; i < size; i++)
            {
                var rep = (await _web.GivenARepAsync(scene.Organization, scene.Team.Id)).Id;
                db.Add(CoachingSession.Plan(scene.Organization.Id, Guid.CreateVersion7(), rep, scene.Manager.Id, _clock.Now.AddDays(1), 1, _clock.Now).Value);
                db.Add(AgendaItem.Raise(scene.Organization.Id, Guid.CreateVersion7(), scene.Rep.Id, scene.Rep.Id, $"Item {i}", AgendaSource.Of(AgendaSourceKind.Evidence, Guid.NewGuid()), _clock.Now).Value);
            }

            await db.SaveChangesAsync();
            for (var i = 0; i < size; i++)
                await scene.AgreeAsync(id, i % 2 == 0, $"Promise {i}", 3);
        }

        var actor = await _web.ActorAsync(scene.Manager);
        var counter = new CommandCounter();
        await using var counted = CountedDb(scene, counter);
        var rules = new Services.Scoring.RuleBook();
        await rules.OfAsync(counted, actor.RulesVersion, default);
        counter.Reset();
        (await new SessionQuery(counted, new ProposalsQuery(counted, rules, _clock), _web.Services.GetRequiredService<NoteSeal>(), _clock).RunAsync(actor, id, default))!
            .Agenda.Should().HaveCount(size);
        counter.Count.Should().Be(10, string.Join("\n\n", counter.Statements));
        counter.Reset();
        (await new CoachingListQuery(counted, _clock).RunAsync(actor, 1, 1, default)).Reps.Should().HaveCount(size + 1);
        counter.Count.Should().Be(5, string.Join("\n\n", counter.Statements));
        counter.Reset();
        await new ManagerPromisesQuery(counted, _clock).RunAsync(actor, scene.Manager.Id, default);
        counter.Count.Should().Be(2);
    }

    private static Services.Data.TrustCoachDb CountedDb(CoachingScene scene, CommandCounter counter) => new(
        new DbContextOptionsBuilder<Services.Data.TrustCoachDb>().UseNpgsql(scene.Web.ConnectionString).AddInterceptors(counter).Options,
        Services.Data.CurrentOrganization.Of(scene.Organization.Id));

    private static Task<SessionPage?> PageAsync(CoachingScene scene, GivenPerson reader, Guid id) =>
        scene.RunAsync<SessionQuery, SessionPage?>(reader, (q, actor) => q.RunAsync(actor, id, default));

    private static Task<Result<SessionDone>?> MoveAsync(CoachingScene scene, GivenPerson by, Guid id, DateTimeOffset at, int version) =>
        scene.RunAsync<CoachingSessionService, Result<SessionDone>?>(by, (s, actor) => s.MoveAsync(actor, new(id, at, 0, version), default));
}
