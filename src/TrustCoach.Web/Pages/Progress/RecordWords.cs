using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Records;
using TrustCoach.Web.Pages.Promises;
using TrustCoach.Web.Pages.Reps;
using TrustCoach.Web.Pages.Team;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>The sentences about one's own record: what others changed on it, and who read it.</summary>
public static class RecordWords
{
    /// <summary>What others change is read by the rep first; the rule in words.</summary>
    public const string First =
        "What somebody else, or the clock, changes on your record is shown to you first. Whoever coaches you reads its sentence once you have said that you read it, or a day later. Your scores are one number, the same for everybody at once.";

    /// <summary>"Ingrid Solberg corrected this", "the clock closed this".</summary>
    public static string What(NewsLine line)
    {
        var by = line.By ?? "Somebody who has left";
        return line.What switch
        {
            NewsKind.Clock => "The clock closed it: its day and the grace have passed",
            NewsKind.Imported => $"Imported by {by}",
            NewsKind.Corrected => $"Corrected by {by}",
            NewsKind.Withdrawn => $"Withdrawn by {by}: it counts no more",
            NewsKind.Answered => $"Your dispute was answered by {by}",
            _ => $"Recorded by {by}",
        };
    }

    /// <summary>Where an entry is read in full.</summary>
    public static string Url(NewsLine line) =>
        line.DisputeId is { } dispute ? $"/disputes/{dispute}"
        : line.PromiseId is { } promise ? $"/promises/{promise}"
        : line.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : $"/customers/{line.CustomerId}";

    /// <summary>"Two entries are new on your record, and a goal waits for your answer."; null when nothing waits.</summary>
    public static string? Waiting(NewToMe waiting)
    {
        var entries = waiting.Entries switch
        {
            0 => null,
            NewsPage.MostCounted => $"{NewsPage.MostCounted} entries or more are new on your record",
            _ => $"{PromiseWords.Capital(Counted.Of(waiting.Entries, "entry is", "entries are"))} new on your record",
        };
        var goals = waiting.Goals == 0 ? null : Counted.Of(waiting.Goals, "goal waits", "goals wait") + " for your answer";
        return (entries, goals) switch
        {
            (null, null) => null,
            (null, _) => $"{PromiseWords.Capital(goals)}.",
            (_, null) => $"{entries}.",
            _ => $"{entries}, {goals}.",
        };
    }

    /// <summary>What was opened.</summary>
    public static string Of(OpeningLine line) => line.Page switch
    {
        EvidencePage.RepPage => "Your page, as they see it",
        EvidencePage.Customer => line.Text ?? "A customer",
        EvidencePage.Why => $"Why the scores with {line.Text ?? "a customer"} are what they are",
        EvidencePage.Touchpoint => line.Text is null ? "A touchpoint that is no longer there" : $"Touchpoint: {line.Text}",
        EvidencePage.Promise => line.Text is null ? "A promise that is no longer there" : $"Promise: {line.Text}",
        EvidencePage.WhatBrokeTrust => "What broke trust, with you in the list",
        EvidencePage.AtRisk => "Relationships at risk, with you in the list",
        EvidencePage.TeamEvents => "Events behind a number of the team, with yours in the list",
        EvidencePage.Relationships => "Relationships behind a number of the team, with yours in the list",
        EvidencePage.Numbers => "How your scores add up",
        EvidencePage.Goal => "A goal of yours",
        EvidencePage.Repair => line.Text is null ? "A repair plan" : $"Repair plan for {line.Text}",
        _ => $"Events of a trait: {TeamWords.Of(TraitOf(line))}",
    };

    /// <summary>Where the rep reads the same; null where there is no such page.</summary>
    public static string? Url(OpeningLine line, Guid me) => line.Page switch
    {
        EvidencePage.Customer => $"/customers/{line.SubjectId}",
        EvidencePage.Why => $"/customers/{line.SubjectId}/why",
        EvidencePage.Touchpoint => line.Text is null ? null : $"/touchpoints/{line.SubjectId}",
        EvidencePage.Promise => line.Text is null ? null : $"/promises/{line.SubjectId}",
        EvidencePage.Goal => $"/goals/{line.SubjectId}",
        EvidencePage.Repair => line.EntryId is null ? null : $"/repairs/{line.SubjectId}",
        EvidencePage.Numbers => RepWords.Url(me, "roll-up"),
        >= EvidencePage.Trait0 => RepWords.Trait(me, TraitOf(line)),
        _ => null,
    };

    private static Trait TraitOf(OpeningLine line) => (Trait)(line.Page - EvidencePage.Trait0);
}
