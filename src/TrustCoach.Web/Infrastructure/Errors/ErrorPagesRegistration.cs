using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Infrastructure.Errors;

/// <summary>Registers <see cref="ErrorPages"/> and puts them around everything that can fail.</summary>
public static class ErrorPagesRegistration
{
    public static void AddErrorPages(this IServiceCollection services)
    {
        services.AddSingleton<ErrorPages>();
        services.Configure<MvcOptions>(options => options.Filters.Add<StaleFormNotice>());
    }

    public static void UseErrorPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<ErrorPages>();
        app.UseStatusCodePages(context => pages.WriteAsync(context.HttpContext));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = pages.WriteExceptionAsync,
            StatusCodeSelector = ErrorPages.StatusOf,
            // A database that is away is one line in the log, not a stack trace for every request.
            SuppressDiagnosticsCallback = failure => DatabaseTrouble.Is(failure.Exception),
        });
    }
}

/// <summary>Tells the error page that it was the form's token that was refused, and not what was in the form.</summary>
public sealed class StaleFormNotice : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is Microsoft.AspNetCore.Mvc.Core.Infrastructure.IAntiforgeryValidationFailedResult)
            context.HttpContext.Features.Set(CanBeRead(context.HttpContext.Request) ? Stale(context.HttpContext.Request) : ErrorNotice.UnreadableForm);
    }

    private static ErrorNotice Stale(HttpRequest request) =>
        ErrorNotice.StaleForm with { Way = SignInUrl.Shown(request) is { } page ? ("Open the form again", page) : ErrorNotice.StaleForm.Way };

    // A form that cannot be read has no token either, and is not out of date.
    private static bool CanBeRead(HttpRequest request)
    {
        try
        {
            return !request.HasFormContentType || request.Form.Count >= 0;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return false;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
