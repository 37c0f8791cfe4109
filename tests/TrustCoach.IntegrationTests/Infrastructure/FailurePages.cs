using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>Addresses that fail in every way an error page is written for; behind the app's own middleware.</summary>
public sealed class FailurePages : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Use(inner => context => context.Request.Path.Value switch
        {
            "/fails/bug" => throw new InvalidOperationException("A secret detail."),
            "/api/fails/bug" => throw new InvalidOperationException("A secret detail."),
            "/fails/database" or "/api/fails/database" => AskAsync(context),
            "/fails/400" => Status(context, 400),
            "/fails/403" => Status(context, 403),
            "/fails/429" => Status(context, 429),
            _ => inner(context),
        });
    };

    private static async Task AskAsync(HttpContext context)
    {
        await using var command = context.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand("select 'The database answers.'");
        await context.Response.WriteAsync((string)(await command.ExecuteScalarAsync(context.RequestAborted))!);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
