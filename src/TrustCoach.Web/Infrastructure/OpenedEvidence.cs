using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Records;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Infrastructure;

/// <summary>A page that shows something of the records of reps. Whoever else opens it, the reps see that they did.</summary>
public interface IShowsEvidence
{
    /// <summary>Whose, and what; asked for once the page has been read.</summary>
    IEnumerable<EvidenceOpened> Opened { get; }
}

/// <summary>Notes for each rep who opened which page of their record, and lets the page say that they see it.</summary>
public sealed class OpenedEvidence(RecordService records) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await next();
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || read.Exception is not null || read.Result is not PageResult
            || context.HandlerInstance is not IShowsEvidence page || http.ActorOrNull() is not { } actor)
        {
            return;
        }

        List<EvidenceOpened> opened = [.. page.Opened.Where(o => o.RepId != actor.PersonId)];
        if (await records.NoteOpenedAsync(actor, opened, http.RequestAborted))
            http.Items[typeof(OpenedEvidence)] = opened;
    }

    /// <summary>"Hanna Lindqvist sees that you opened this."; null where nobody does.</summary>
    public static string? Words(HttpContext context) => context.Items[typeof(OpenedEvidence)] is List<EvidenceOpened> opened
        ? opened.Select(o => o.RepId).Distinct().Count() == 1 ? $"{opened[0].Rep} sees that you opened this." : "The reps named here see that you opened this."
        : null;
}
