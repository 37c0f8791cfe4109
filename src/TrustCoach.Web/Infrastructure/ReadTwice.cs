using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TrustCoach.Services.Rules;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Infrastructure;

/// <summary>
/// While a rebuild is announced, a page that was read looks once more whether the rules are still those it was read by. Were the numbers
/// exchanged in between, it is asked for again, so that no page shows numbers of one version by the rules of another. At other times it
/// costs nothing.
/// </summary>
public sealed class ReadTwice(RulesQuery rules) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var read = await next();
        var http = context.HttpContext;
        if (http.ActorOrNull() is { RulesChange: true } actor && HttpMethods.IsGet(http.Request.Method) && read.Exception is null
            && !await rules.IsInForceAsync(actor, http.RequestAborted))
        {
            read.Result = new LocalRedirectResult(http.Request.GetEncodedPathAndQuery());
        }
    }
}
