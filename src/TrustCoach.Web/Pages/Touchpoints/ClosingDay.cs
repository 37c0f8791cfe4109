using Microsoft.AspNetCore.Mvc.ModelBinding;
using TrustCoach.Domain;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.People;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>What became of the rows that were sent.</summary>
/// <param name="Said">So many stand as was answered.</param>
/// <param name="Told">What others had said meanwhile, in sentences.</param>
public sealed record DayDone(int Said, IReadOnlyList<string> Told);

/// <summary>
/// Saves the answers of the day, each by itself: they are facts about different customers, and one that is refused, or that somebody else
/// has changed meanwhile, holds back no other. Sent again, what stands already counts as said.
/// </summary>
public sealed class ClosingDay(TouchpointService touchpoints, PlansQuery plans, Viewer viewer)
{
    /// <returns>Null when a row is of no touchpoint of the actor's own.</returns>
    public async Task<DayDone?> SaveAsync(Actor actor, DayForm form, ModelStateDictionary problems, CancellationToken cancellation)
    {
        var answered = form.Rows.Where(row => row.Value.IsAnswered).ToDictionary();
        var known = await plans.NowAsync(actor, answered.Keys, cancellation);
        if (known.Count != answered.Count)
            return null;
        foreach (var (id, _) in form.Rows.Where(row => row.Value.IsHalfSaid))
            problems.TryAddModelError($"{Name(id)}.{nameof(DayRow.Answer)}", "Say how it went too, or clear what you wrote.");
        var (said, told) = (0, new List<string>());
        foreach (var plan in known)
        {
            var (id, row) = (plan.TouchpointId, answered[plan.TouchpointId]);
            if (Stands(actor, plan, row))
                said++;
            else if (!plan.IsOpen)
                told.Add($"{plan.Customer}: {(plan.ById == actor.PersonId ? "you" : plan.By ?? "somebody")} {(plan.IsWithdrawn ? "had withdrawn it" : $"had said “{plan.Outcome.ToString().ToLowerInvariant()}”")} already. That stands; nothing was changed.");
            else if (!IsRefused(problems, id) && await SaveAsync(actor, id, row, problems, cancellation))
                said++;
        }

        return new(said, told);
    }

    /// <summary>Name of a row's fields.</summary>
    public static string Name(Guid id) => $"Input.{nameof(DayForm.Rows)}[{id}]";

    private static bool IsRefused(ModelStateDictionary problems, Guid id) =>
        problems.Any(field => field.Value!.Errors.Count > 0 && field.Key.StartsWith(Name(id) + '.', StringComparison.OrdinalIgnoreCase));

    private async Task<bool> SaveAsync(Actor actor, Guid id, DayRow row, ModelStateDictionary problems, CancellationToken cancellation)
    {
        if (row is { Answer: DayAnswer.Moved, MovedTo.Meant: null })
        {
            problems.AddModelError($"{Name(id)}.{nameof(DayRow.MovedTo)}", "Say when it is now, such as “Friday 15:00”.");
            return false;
        }

        var changed = await SendAsync(actor, id, row, cancellation);
        if (changed is { } answer && !answer.Refused(out var problem, out _))
            return true;
        // Two that were sent at once: the second finds what the first has done.
        if (await plans.NowAsync(actor, [id], cancellation) is [var now] && Stands(actor, now, row))
            return true;
        problem = changed is { } refused && refused.Refused(out var why, out _) ? why : new Problem("", "This touchpoint is no longer yours to close.");
        problems.AddModelError($"{Name(id)}.{Field(row, problem)}", problem.Message);
        return false;
    }

    private Task<Result<TouchpointDone>?> SendAsync(Actor actor, Guid id, DayRow row, CancellationToken cancellation) => row.Answer switch
    {
        DayAnswer.NotHeld => touchpoints.VoidAsync(actor, id, row.Reason, cancellation, row.Version),
        DayAnswer.Moved => touchpoints.MoveAsync(actor, new(id, row.Version, At(row)), cancellation),
        _ => touchpoints.CloseAsync(actor, new(id, row.Version, (Outcome)(short)row.Answer!.Value, row.Summary, StartedOnTime: row.StartedOnTime), cancellation),
    };

    // What this person has said stands as it was said.
    private bool Stands(Actor actor, PlanNow plan, DayRow row) => plan.Version != row.Version && plan.ById == actor.PersonId && row.Answer switch
    {
        DayAnswer.NotHeld => plan.IsWithdrawn,
        DayAnswer.Moved => plan.IsOpen && row.MovedTo?.Meant is not null && plan.HappenedAt == At(row),
        _ => !plan.IsWithdrawn && (int)plan.Outcome == (int)row.Answer!.Value,
    };

    private DateTimeOffset At(DayRow row) => row.MovedTo!.Meant!.Value.At(viewer.Zone, TimeOnly.MinValue);

    private static string Field(DayRow row, Problem problem) => (row.Answer, problem.Field) switch
    {
        (DayAnswer.NotHeld, "Reason") => nameof(DayRow.Reason),
        (DayAnswer.Moved, nameof(Touchpoint.HappenedAt) or nameof(Touchpoint.Outcome)) => nameof(DayRow.MovedTo),
        (_, nameof(Touchpoint.Summary)) => nameof(DayRow.Summary),
        _ => nameof(DayRow.Answer),
    };
}
