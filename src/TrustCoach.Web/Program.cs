using TrustCoach.Web;
using TrustCoach.Web.Infrastructure;

try
{
    await TrustCoachApp.RunAsync(args);
    return 0;
}
catch (StartupException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
