using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Npgsql;

namespace TrustCoach.Web.Infrastructure.Errors;

/// <summary>
/// Writes error pages, and problem details for the API. They are views without routing and sign-in, because those may be
/// what failed: with the database gone, a page still has to say so.
/// </summary>
public sealed partial class ErrorPages(IActionResultExecutor<ViewResult> views, IModelMetadataProvider metadata, ILogger<ErrorPages> logger)
{
    private const string View = "~/Pages/ErrorNotice.cshtml";

    /// <summary>Answers a request that failed with an exception; the status is set already.</summary>
    public Task WriteExceptionAsync(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "10";
            LogUnavailable(context.Features.Get<IExceptionHandlerFeature>()?.Error.GetBaseException().GetType().Name);
        }

        return WriteAsync(context);
    }

    /// <summary>Answers with the page for the response's status.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var notice = context.Features.Get<ErrorNotice>() ?? ErrorNotice.For(status);
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await Results.Problem(title: notice.Title, detail: $"{notice.Happened} {notice.Kept}", statusCode: status, extensions: new Dictionary<string, object?> { ["traceId"] = trace })
                .ExecuteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var typed = await TypedFields.ReadAsync(context.Request);
        await RenderAsync(context, notice with { TraceId = status >= 500 ? trace : null, Typed = typed });
    }

    /// <summary>The status an exception is answered with.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // A zero character, which Postgres keeps in no text and no browser lets anybody type.
        _ when exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => StatusCodes.Status400BadRequest,
        _ when DatabaseTrouble.Is(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private Task RenderAsync(HttpContext context, ErrorNotice notice)
    {
        var view = new ViewResult
        {
            ViewName = View,
            StatusCode = notice.Status,
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = notice },
        };
        return views.ExecuteAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()), view);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer ({Reason})")]
    private partial void LogUnavailable(string? reason);
}
