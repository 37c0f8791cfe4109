namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Names a browser so that its owner knows it again.</summary>
public static class Browser
{
    private static readonly (string Mark, string Name)[] Kinds =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Name(string? userAgent)
    {
        var kind = Kinds.FirstOrDefault(k => userAgent?.Contains(k.Mark, StringComparison.Ordinal) == true).Name ?? "A browser";
        return Systems.FirstOrDefault(s => userAgent?.Contains(s.Mark, StringComparison.Ordinal) == true).Name is { } system ? $"{kind} on {system}" : kind;
    }
}
