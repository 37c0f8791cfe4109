namespace TrustCoach.Web.Infrastructure;

/// <summary>A missing prerequisite: its message is one sentence with the remedy, printed instead of a stack trace.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
