using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Opportunities;

/// <summary>Something a customer may buy, with the credibility on the day of the offer. It never moves a score.</summary>
public sealed class Opportunity : IInOrganization
{
    public const int NameMaxLength = 160;
    public const int WordsMaxLength = 500;

    /// <summary>The largest value that is kept.</summary>
    public const decimal MostValue = 9_999_999_999.99m;

    private Opportunity() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RelationshipId { get; private set; }

    public Guid RepId { get; private set; }

    public Guid CustomerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In the organization's own currency; null when nobody can say.</summary>
    public decimal? Value { get; private set; }

    public OpportunityStage Stage { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? OfferedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day of its last step: lists are in this order.</summary>
    public DateOnly LastStepOn { get; private set; }

    public DecidedBy? DecidedBy { get; private set; }

    /// <summary>Why it was won or lost, in a sentence.</summary>
    public string? Words { get; private set; }

    /// <summary>The ledger entry that cost the trust, when one did.</summary>
    public Guid? CauseId { get; private set; }

    /// <summary>The relationship the offer was made in; a hand-over does not change it.</summary>
    public Guid? OfferRelationshipId { get; private set; }

    /// <summary>Credibility on the day of the offer as it was known then, points; null without an offer, and where it was too early to say.</summary>
    public double? OfferCredibility { get; private set; }

    /// <summary>Half of the 80 % band, points.</summary>
    public double? OfferHalfBand { get; private set; }

    /// <summary>False while the day of the offer goes on, or its reading has to be taken again.</summary>
    public bool OfferSettled { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Opens it.</summary>
    /// <param name="today">The organization's day.</param>
    public static Result<Opportunity> Open(OpportunityOf of, OpportunityDetails details, DateOnly today)
    {
        var opportunity = new Opportunity
        {
            OrganizationId = of.OrganizationId,
            Id = of.Id,
            RelationshipId = of.RelationshipId,
            RepId = of.RepId,
            CustomerId = of.CustomerId,
        };
        return opportunity.Change(details, 0, today) is { } problem ? problem : opportunity;
    }

    /// <summary>Changes it; when refused, nothing has changed. Another day of the offer has to be read anew.</summary>
    public Problem? Change(OpportunityDetails details, int version, DateOnly today)
    {
        if (WithdrawnAt is not null)
            return new Problem("", "This was withdrawn meanwhile.");
        if (version != Version)
            return new Problem("", "Somebody changed this while you were writing. Your words are kept below: compare, then save again.");
        var (name, words) = (TypedText.Clean(details.Name) ?? "", TypedText.Clean(details.Words));
        if ((OpportunityCheck.Words(name, words, details.Value) ?? OpportunityCheck.Steps(details, today)) is { } problem)
            return problem;
        if (details.OfferedOn != OfferedOn)
        {
            (OfferCredibility, OfferHalfBand, OfferSettled) = (null, null, false);
            OfferRelationshipId = details.OfferedOn is null ? null : OfferRelationshipId ?? RelationshipId;
        }

        (Name, Value, Stage, OpenedOn) = (name, details.Value, details.Stage!.Value, details.OpenedOn!.Value);
        (OfferedOn, ClosedOn, DecidedBy, Words) = (details.OfferedOn, details.ClosedOn, details.DecidedBy, words);
        CauseId = Stage == OpportunityStage.Lost && DecidedBy == Opportunities.DecidedBy.Trust ? details.CauseId : null;
        LastStepOn = ClosedOn ?? OfferedOn ?? OpenedOn;
        Version++;
        return null;
    }

    /// <summary>What it says now, in the form's own terms.</summary>
    public OpportunityDetails Say() => new(Name, Value, Stage, OpenedOn, OfferedOn, ClosedOn, DecidedBy, Words, CauseId);

    /// <summary>Keeps what the day of the offer read.</summary>
    /// <param name="settled">The day was over: what was known then cannot change any more.</param>
    public void ReadOffer(Reading reading, bool settled)
    {
        ArgumentNullException.ThrowIfNull(reading);
        (OfferCredibility, OfferHalfBand) = reading.TooEarly ? ((double?)null, (double?)null) : (reading.Credibility, reading.HalfBandCredibility);
        OfferSettled = settled;
    }

    /// <summary>Goes along with the customer to the next rep while it is open.</summary>
    public void PassOn(Guid relationshipId, Guid repId) => (RelationshipId, RepId, Version) = (relationshipId, repId, Version + 1);

    /// <summary>Withdraws one that was entered by mistake.</summary>
    public Problem? Withdraw(int version, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return null;
        if (version != Version)
            return new Problem("", "Somebody changed this while you were reading. Compare, then try again.");
        (WithdrawnAt, Version) = (now, Version + 1);
        return null;
    }
}
