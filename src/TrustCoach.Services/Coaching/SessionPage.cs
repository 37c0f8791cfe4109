using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;

namespace TrustCoach.Services.Coaching;

/// <summary>A note and the count of its changes, which whoever saves it sends along.</summary>
public sealed record VersionedNote(string? Text, int Version);

/// <summary>One item of an agenda.</summary>
/// <param name="Url">Where what it is about can be read; null for words, and for what is gone.</param>
/// <param name="CarriedOver">It stood on the agenda when the session before was closed.</param>
public sealed record AgendaLine(AgendaItem Item, string RaisedBy, string? Url, bool CarriedOver);

/// <summary>One promise the two agreed on.</summary>
/// <param name="State">As the clock has it today.</param>
/// <param name="IsMine">The reader owes it.</param>
public sealed record AgreedLine(CoachingPromise Promise, PromiseState State, bool IsMine);

/// <summary>A coaching session as one of the two sees it.</summary>
/// <param name="Manager">Who has it, held it, or coaches the rep now.</param>
/// <param name="Coach">Who coaches the rep now; null when nobody does.</param>
/// <param name="MayWrite">The rep, or who coaches them now.</param>
/// <param name="SeesAll">Not for a manager from whom it was taken over before it was held: they read their own notes, no more.</param>
/// <param name="Private">The reader's own note.</param>
/// <param name="Before">The last session these two held before it; null when this is their first.</param>
/// <param name="Agenda">Open, or settled here; open first, each by the time it was raised.</param>
/// <param name="Agreed">What was agreed before, here, and what is still open between the two, by due day.</param>
/// <param name="Proposals">What the record proposes; none once it is closed.</param>
public sealed record SessionPage(
    CoachingSession Session, string Rep, string Manager, string? Coach, bool IsRep, bool MayWrite, bool SeesAll, VersionedNote Private,
    PastSession? Before, IReadOnlyList<AgendaLine> Agenda, IReadOnlyList<AgreedLine> Agreed, IReadOnlyList<AgendaProposal> Proposals)
{
    /// <summary>The other one of the two, by name.</summary>
    public string Other => IsRep ? Manager : Rep;

    /// <summary>Where what is proposed can be read.</summary>
    public IReadOnlyDictionary<AgendaSource, string> Urls { get; init; } = new Dictionary<AgendaSource, string>();

    /// <summary>Null where there is none.</summary>
    public string? UrlOf(AgendaSource source) => Urls.GetValueOrDefault(source);

    /// <summary>What was agreed before this session.</summary>
    public IEnumerable<AgreedLine> AgreedBefore => Agreed.Where(a => a.Promise.SessionId != Session.Id);

    /// <summary>What was agreed in this session.</summary>
    public IEnumerable<AgreedLine> AgreedHere => Agreed.Where(a => a.Promise.SessionId == Session.Id);
}

/// <summary>A session that was held.</summary>
public sealed record PastSession(Guid Id, DateTimeOffset ClosedAt, string? SharedNote);
