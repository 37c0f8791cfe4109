namespace TrustCoach.Domain.Opportunities;

/// <summary>What an opportunity must and must not say, each refusal in the form's own terms.</summary>
internal static class OpportunityCheck
{
    public static Problem? Words(string name, string? words, decimal? value) =>
        name.Length == 0 ? new Problem(nameof(Opportunity.Name), "Write what they may buy.")
        : name.Length > Opportunity.NameMaxLength ? new Problem(nameof(Opportunity.Name), $"Keep it to {Opportunity.NameMaxLength} characters.")
        : words?.Length > Opportunity.WordsMaxLength ? new Problem(nameof(Opportunity.Words), $"Keep it to {Opportunity.WordsMaxLength} characters.")
        : value < 0 ? new Problem(nameof(Opportunity.Value), "A value is not negative.")
        : value > Opportunity.MostValue ? new Problem(nameof(Opportunity.Value), "That is more than can be kept here. Check the number.")
        : value is { } v && decimal.Round(v, 2) != v ? new Problem(nameof(Opportunity.Value), "Write at most two decimals.")
        : null;

    /// <summary>Stage and days must tell one story: nothing that was typed is dropped to make them.</summary>
    public static Problem? Steps(OpportunityDetails details, DateOnly today)
    {
        if (details.Stage is not { } stage || !Enum.IsDefined(stage))
            return new Problem(nameof(Opportunity.Stage), "Say how far it has come.");
        if (details.OpenedOn is not { } opened)
            return new Problem(nameof(Opportunity.OpenedOn), "Say when talks began.");
        if (opened < today.AddYears(-20))
            return new Problem(nameof(Opportunity.OpenedOn), "This is more than twenty years ago. Check the year.");
        return Past(nameof(Opportunity.OpenedOn), opened, today)
            ?? Offer(stage, opened, details.OfferedOn, today)
            ?? (stage is OpportunityStage.Won or OpportunityStage.Lost ? Closing(details, today) : Open(details));
    }

    private static Problem? Offer(OpportunityStage stage, DateOnly opened, DateOnly? offered, DateOnly today) => (stage, offered) switch
    {
        (OpportunityStage.OfferMade, null) => new Problem(nameof(Opportunity.OfferedOn), "Say on which day the offer went out."),
        (OpportunityStage.OpenTalks, not null) => new Problem(nameof(Opportunity.Stage), "There is a day of the offer: pick 'Offer made', or leave the day empty."),
        (_, { } day) when day < opened => new Problem(nameof(Opportunity.OfferedOn), "The offer cannot have gone out before talks began."),
        (_, { } day) => Past(nameof(Opportunity.OfferedOn), day, today),
        _ => null,
    };

    private static Problem? Open(OpportunityDetails details) =>
        details.ClosedOn is not null || details.DecidedBy is not null
            ? new Problem(nameof(Opportunity.Stage), "There is a day or a reason of its end: pick 'Won' or 'Lost', or leave both empty.")
            : null;

    private static Problem? Closing(OpportunityDetails details, DateOnly today)
    {
        if (details.ClosedOn is not { } closed)
            return new Problem(nameof(Opportunity.ClosedOn), "Say on which day it was won or lost.");
        if (closed < (details.OfferedOn ?? details.OpenedOn))
            return new Problem(nameof(Opportunity.ClosedOn), "It cannot have ended before that. Check the days.");
        if (details.DecidedBy is not { } by || !Enum.IsDefined(by))
            return new Problem(nameof(Opportunity.DecidedBy), "Say what decided it, as they told you.");
        return Past(nameof(Opportunity.ClosedOn), closed, today);
    }

    private static Problem? Past(string field, DateOnly day, DateOnly today) =>
        day > today ? new Problem(field, "That day has not come yet.") : null;
}
