using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Team;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>One trait of a rep redone by hand, and the events it is read from.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class TraitModel(TraitEventsQuery traits) : ReadPage<TraitEvents>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidenceOpened.Of(Of.Reading.Trait), Of.Rep.Id)];

    public string Lead => Of.Reading.Value is { } value
        ? $"{TagHelpers.Points.Whole(value)} from {TeamWords.Count(Of.Reading.Events, "event", "events")}, newest first. Half of it fades in {Of.Rules.HalfLife} days."
        : $"Too early to say: {TeamWords.Count(Of.Reading.Events, "event", "events")} so far.";

    public async Task<IActionResult> OnGetAsync(Guid id, string trait, string? after, CancellationToken cancellation) => Show(
        TeamWords.TraitOf(trait) is { } known ? await traits.RunAsync(this.Actor(), id, known, EvidenceCursor.Of(after), cancellation) : null);
}
