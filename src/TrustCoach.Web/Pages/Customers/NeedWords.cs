using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Customers;
using TrustCoach.Services.Customers;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>Times of need in words.</summary>
public static class NeedWords
{
    /// <summary>How the first response is measured.</summary>
    public const string Measured = "First response is measured, never typed: from the start to the first encounter that one of us began and that took place. Plain time on the clock, nights and weekends included.";

    /// <summary>"Nobody has answered yet, 5 h." or "First answered after 3 h 20 min."</summary>
    public static string Answer(OpenNeed need, DateTimeOffset now) => need.AnsweredAt is { } at
        ? $"First answered after {ElapsedWords.Of(at - need.StartedAt)}."
        : $"Nobody has answered yet, {ElapsedWords.Of(now - need.StartedAt)}.";

    /// <summary>The same of one that may be over: "Nobody answered in 5 h."</summary>
    public static string Answer(NeedRow need, DateTimeOffset now) => (need.FirstResponse, need.OverAt) switch
    {
        ({ } first, _) => $"First response after {ElapsedWords.Of(first)}",
        (_, null) => $"Nobody has answered yet, {ElapsedWords.Of(need.Unanswered(now))}",
        _ => $"Nobody answered in {ElapsedWords.Of(need.Unanswered(now))}",
    };

    /// <summary>"Four in 90 days, three answered; median first response 3 h 20 min."; fewer than three in words.</summary>
    public static string Summary(FirstResponses responses, int days) => responses switch
    {
        { Count: 0 } => $"None was marked in these {days} days.",
        { Median: { } median } => $"Half of the first responses came within {ElapsedWords.Of(median)}.",
        _ => "Fewer than three were answered: too early for a median.",
    };
}
