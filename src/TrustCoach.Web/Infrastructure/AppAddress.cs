namespace TrustCoach.Web.Infrastructure;

/// <summary>Where links in mails lead. "TrustCoach:Address" says it; without it the request's own host, which nobody is mailed then.</summary>
public sealed class AppAddress(IConfiguration configuration)
{
    public string Of(HttpRequest request, string path)
    {
        var configured = configuration["TrustCoach:Address"]?.TrimEnd('/');
        return (string.IsNullOrEmpty(configured) ? $"{request.Scheme}://{request.Host}{request.PathBase}" : configured) + path;
    }
}
