using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;

namespace TrustCoach.Services.Scoring;

/// <summary>Whose scores a page is about.</summary>
/// <param name="FirstDay">The first day there is anything to say about.</param>
/// <param name="Opening">How it began, as it moves the start.</param>
public sealed record WhyOf(Guid CustomerId, string Customer, RelationshipFacts Relationship, Opening Opening, DateOnly FirstDay, DateOnly Today)
{
    /// <summary>Why a day cannot be read; null when it can.</summary>
    internal string? Problem(DateOnly? day) => day switch
    {
        { } d when d > Today => "That day has not come yet. Pick today or a day before.",
        { } d when d < FirstDay => "That is before it began: there is nothing to score. Pick a later day.",
        _ => null,
    };
}

/// <summary>One of the two scores of a relationship on a day, taken apart.</summary>
public sealed record WhyPage
{
    /// <summary>Events on one page of the account.</summary>
    public const int PageSize = 50;

    public required WhyOf Of { get; init; }

    public required ScoreKind Score { get; init; }

    /// <summary>The day it is read on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>True when it is read with what was known on that day, by the rules then in force.</summary>
    public required bool AsKnownThen { get; init; }

    /// <summary>Why the day asked for is not the one shown; null when it is.</summary>
    public string? DayProblem { get; init; }

    public required Reading Reading { get; init; }

    /// <summary>The fraction the score is.</summary>
    public required ScoreSum Sum { get; init; }

    /// <summary>The rep's reputation in the other relationships on that day, 0 to 1.</summary>
    public required double Rho { get; init; }

    public required ScoringRules Rules { get; init; }

    public required int RulesVersion { get; init; }

    /// <summary>The score in a handful of parts that add up to it, one decimal; those that are nothing left out.</summary>
    public required IReadOnlyList<WhyPart> Parts { get; init; }

    /// <summary>Newest first; the points add up to the score as shown.</summary>
    public required IReadOnlyList<WhyRow> Rows { get; init; }

    /// <summary>Events in all, and the page of them from 1.</summary>
    public required int Events { get; init; }

    public required int Page { get; init; }

    /// <summary>Disputed and not yet answered: these weigh nothing meanwhile.</summary>
    public required IReadOnlyList<LedgerFact> Held { get; init; }

    /// <summary>On a past day: the score as known then where this page shows it as known now, or the other way round; null where they are the same.</summary>
    public double? OtherPoints { get; init; }

    /// <summary>What was entered, corrected or withdrawn after that day about it or a day before.</summary>
    public IReadOnlyList<LedgerFact> KnownLater { get; init; } = [];

    /// <summary>What the rep reports beside what customers say; null when no customer has confirmed anything.</summary>
    public ByLevel? ByLevel { get; init; }

    /// <summary>Points of the score shown.</summary>
    public double Points => Score == ScoreKind.Trust ? Reading.Trust : Reading.Credibility;

    public double HalfBand => Score == ScoreKind.Trust ? Reading.HalfBandTrust : Reading.HalfBandCredibility;
}

/// <summary>What a part of a score is.</summary>
public enum WhyPartKind
{
    Start,
    Opening,
    Reputation,
    Kept,
    Missed,
    Fading,
    Ceiling,
}

public sealed record WhyPart(WhyPartKind Kind, double Points);

/// <summary>One line of the account.</summary>
/// <param name="Points">What it adds to the score, one decimal.</param>
/// <param name="Weight">For an event: what it weighs today.</param>
/// <param name="Without">For an event: the score without it, points.</param>
/// <param name="DaysLate">For an event: how many days after it happened it was logged; 0 on the day.</param>
public sealed record WhyRow(AccountLine Line, double Points, LedgerFact? Event = null, EventWeight? Weight = null, double? Without = null, int DaysLate = 0);

/// <summary>Why both scores of a relationship moved between two moments.</summary>
public sealed record ChangesPage
{
    public required WhyOf Of { get; init; }

    /// <summary>One sentence a score for each span that the page always tells: since the last visit, since last week.</summary>
    public required IReadOnlyList<ChangeSpan> Spans { get; init; }

    /// <summary>The span in lines.</summary>
    public required ChangeSpan Chosen { get; init; }

    public required IReadOnlyList<ChangeRow> Rows { get; init; }

    /// <summary>Why the days asked for are not those shown; null when they are. The field is "From" or "To".</summary>
    public Domain.Problem? DayProblem { get; init; }
}

/// <param name="Key">"visit", "week" or "days".</param>
/// <param name="Since">"since your last visit".</param>
/// <param name="At">The moment of the last visit, in UTC; null where a day is meant.</param>
public sealed record ChangeSpan(
    string Key, string Since, DateOnly From, DateOnly To, DateTimeOffset? At, string CredibilitySentence, string TrustSentence, bool TooEarly);

/// <summary>One cause of a change with what it did to each score, one decimal; each column adds up to the change as shown.</summary>
public sealed record ChangeRow(ChangeKind Kind, DateOnly? Day, LedgerFact? Event, double Credibility, double Trust);

/// <summary>What a relationship would read on a later day if some things were done.</summary>
public sealed record WhatIfPage
{
    /// <summary>How far ahead a projection may look.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>How many met expectations may be assumed.</summary>
    public const int MostMet = 20;

    public required WhyOf Of { get; init; }

    public required ScoreKind Score { get; init; }

    public required DateOnly By { get; init; }

    public required IReadOnlyList<OwedPromise> Owed { get; init; }

    public required IReadOnlySet<Guid> Kept { get; init; }

    public required int Met { get; init; }

    public required Reading Now { get; init; }

    /// <summary>If nothing is done until then.</summary>
    public required Reading Idle { get; init; }

    /// <summary>If what was chosen is done.</summary>
    public required Reading Then { get; init; }

    public required IReadOnlyList<LeverRow> Levers { get; init; }

    public Domain.Problem? Problem { get; init; }
}

/// <param name="Text">The promise or event it is about; null where it is about none.</param>
public sealed record LeverRow(Lever Lever, string? Text, LedgerFact? Event);
