namespace TrustCoach.Web.Infrastructure;

/// <summary>The accounts to try the app with.</summary>
public static class DemoAnnouncement
{
    private static readonly (string Role, string Email, string Password)[] SignIns = [];

    public static void Print()
    {
        foreach (var (role, email, password) in SignIns)
            Console.WriteLine($"  Sign in as {role}: {email} with {password}");
    }
}
