using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Since = new(2026, 11, 9);

    /// <summary>Whatever happens to sessions, an item is open or was talked about in one that was not cancelled, or was taken off.</summary>
    [Fact]
    public void Nothing_on_an_agenda_is_lost_whatever_becomes_of_the_sessions() => Prop.ForAll(
        Gen.Choose(0, 4).ListOf().ToArbitrary(),
        steps =>
        {
            var (items, sessions, current) = (new List<AgendaItem>(), new List<CoachingSession>(), (CoachingSession?)null);
            foreach (var (step, at) in steps.Select((step, i) => (step, Now.AddHours(i))))
            {
                current ??= Add(sessions, at);
                switch (step)
                {
                    case 0:
                        items.Add(AgendaItem.Raise(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "x", AgendaSource.Words, at).Value);
                        break;
                    case 1:
                        items.Find(i => i.IsOpen)?.Settle(current.Id, at);
                        break;
                    case 2:
                        current.Move(at.AddDays(1), 1, current.Version, at).Should().BeNull();
                        break;
                    case 3:
                        current.Cancel("away", at);
                        items.FindAll(i => i.SettledIn == current.Id).ForEach(i => i.Reopen());
                        current = null;
                        break;
                    default:
                        current.Hold(at);
                        current = null;
                        break;
                }
            }

            var cancelled = sessions.Where(s => s.State == SessionState.Cancelled).Select(s => s.Id).ToHashSet();
            return items.Count == steps.Count(s => s == 0) && items.TrueForAll(i => i.IsOpen || (i.SettledIn is { } id && !cancelled.Contains(id)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_two_who_reword_it_at_once_the_second_is_told()
    {
        var item = AgendaItem.Raise(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), " Dates ", AgendaSource.Words, Now).Value;
        item.Text.Should().Be("Dates");
        item.Reword("Dates and prices", 1).Should().BeNull();
        item.Reword("Prices", 1)!.Field.Should().Be("Text");
        item.Text.Should().Be("Dates and prices");
    }

    [Fact]
    public void Proposes_one_win_one_breaker_what_is_due_and_a_trait_that_moves()
    {
        var (win, broken) = (Event(EvidenceKind.PromiseExceeded, 2, kept: 1.5), Event(EvidenceKind.PromiseBroken, 4, missed: 2, trait: -2));
        var proposals = AgendaProposals.Of(
            [win, broken, Event(EvidenceKind.Met, 3, kept: 1), Event(EvidenceKind.Late, 5, missed: 0.5, trait: -0.5), Event(EvidenceKind.PromiseLate, 6, missed: 0.4, trait: -0.4)],
            Since, new AgendaDue(3, Guid.NewGuid(), "Send the plan.", "Kestrel Foods", new(2026, 11, 25)), []);

        proposals.Select(p => p.Text).Should().Equal(
            "Win: “Send the plan”, promise more than kept, Kestrel Foods, 11 Nov. What made it work?",
            "Breaker: “Send the plan”, promise not kept, Kestrel Foods, 13 Nov. What would we do otherwise?",
            "Three promises due soon, first “Send the plan” for Kestrel Foods, 25 Nov. What could get in the way?",
            "Keeping one's word moves down: all three events since 9 Nov cost it. What is behind it?");
        proposals.Should().OnlyContain(p => p.Text.Length <= AgendaItem.TextMaxLength);
        proposals[0].Source.Should().Be(AgendaSource.Of(AgendaSourceKind.Evidence, win.EntryId));
    }

    [Fact]
    public void Proposes_nothing_from_nothing_nothing_twice_and_no_trait_from_two_events_or_from_mixed_ones()
    {
        AgendaProposals.Of([], Since, null, []).Should().BeEmpty();
        var win = Event(EvidenceKind.Exceeded, 2, kept: 1.5, trait: 1);
        AgendaProposals.Of([win], Since, null, [AgendaSource.Of(AgendaSourceKind.Evidence, win.EntryId)]).Should().BeEmpty();
        AgendaProposals.Of([win, win], Since, null, []).Should().ContainSingle();
        AgendaProposals.Of([win, win, Event(EvidenceKind.Late, 3, missed: 1, trait: -1), Event(EvidenceKind.Late, 4, missed: 1, trait: -1)], Since, null, [])
            .Should().HaveCount(2).And.NotContain(p => p.Source.Kind == AgendaSourceKind.Trait);
    }

    [Fact]
    public void Long_and_hostile_words_stay_within_an_item()
    {
        var nasty = new string('<', 400) + "\r\n" + new string('x', 400);
        var proposals = AgendaProposals.Of(
            [Event(EvidenceKind.Met, 2, kept: 1) with { Text = nasty, Customer = nasty }], Since, new AgendaDue(1, Guid.NewGuid(), nasty, nasty, Since), []);
        proposals.Should().HaveCount(2).And.OnlyContain(p => p.Text.Length <= AgendaItem.TextMaxLength && !p.Text.Contains('\n'));
    }

    private static CoachingSession Add(List<CoachingSession> sessions, DateTimeOffset at)
    {
        sessions.Add(CoachingSession.Plan(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), at.AddDays(1), 0, at).Value);
        return sessions[^1];
    }

    private static AgendaEvent Event(EvidenceKind kind, int day, double kept = 0, double missed = 0, double trait = 0) =>
        new(Guid.NewGuid(), kind, Since.AddDays(day), "Kestrel Foods", "Send the plan.", kept, missed, [0, 0, 0, 0, trait]);
}
