using TrustCoach.Services.Demo;

namespace TrustCoach.Web.Infrastructure;

/// <summary>The accounts to try the app with.</summary>
public static class DemoAnnouncement
{
    public static void Print()
    {
        Console.WriteLine($"  Sign in to the demo with the passphrase '{DemoOrganization.Passphrase}':");
        foreach (var person in DemoOrganization.SignIns)
            Console.WriteLine($"    {person.Email,-27} {person.Role,-8} {person.LookAt}");
    }
}
