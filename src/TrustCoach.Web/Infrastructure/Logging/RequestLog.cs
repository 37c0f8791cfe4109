using System.Diagnostics;

namespace TrustCoach.Web.Infrastructure.Logging;

/// <summary>One line a request, without the query string: it may hold what somebody typed.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.Response.StatusCode;
            var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Error : LogLevel.Information;
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var path = context.Request.Path.Value;
            LogRequest(level, context.Request.Method, path, status, elapsed);
        }
    }

    [LoggerMessage(Message = "HTTP {Method} {Path} {Status} in {Elapsed:0.0} ms")]
    private partial void LogRequest(LogLevel level, string method, string? path, int status, double elapsed);
}
