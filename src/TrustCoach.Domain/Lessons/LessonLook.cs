namespace TrustCoach.Domain.Lessons;

/// <summary>The parts of one's own log that an exercise can look at.</summary>
public enum LessonLook
{
    UnnamedExpectations,
    PlannedAhead,
    PromisesDue,
    PromisesMade,
    PromisesMoved,
    PromisesBroken,
    PromisesWithConditions,
    TheirPromises,
    Late,
    Misses,
    NotOwnedUp,
    ApologiesOwed,
    IntegrityBreaches,
    Exceeded,
    CourtesyOnly,
    PendingOutcomes,
    WrittenLate,
    SelfReported,
    Encounters,
    TheyStarted,
    NewRelationships,
    BurnedBefore,
    QuietCustomers,
    Ended,
    OpenFears,
    OpenOffers,
    OneSided,
    Received,
    Disputes,
}

/// <summary>What a look counts, in words.</summary>
/// <param name="One">"promise of yours due", after "one".</param>
/// <param name="When">"in the next seven days".</param>
/// <param name="Nothing">What is said when there is none: a sentence that still leaves something to do.</param>
public sealed record LookFacts(string One, string Many, string When, string Nothing)
{
    /// <summary>"Three promises of yours due in the next seven days".</summary>
    public string Say(int count)
    {
        var words = $"{Counted.Of(count, One, Many)} {When}".TrimEnd();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}

/// <summary>The looks in words; how far each looks back or ahead stands in <see cref="LookSpan"/>.</summary>
public static class LessonLooks
{
    public static LookFacts Facts(this LessonLook look) => look switch
    {
        LessonLook.UnnamedExpectations => new("encounter planned without an expectation", "encounters planned without an expectation", "in the next seven days",
            "Every encounter you have planned for the next seven days has its expectation, or none is planned. Plan one, and write the line."),
        LessonLook.PlannedAhead => new("encounter planned", "encounters planned", "in the next seven days",
            "Nothing is planned for the next seven days. Think of the next conversation you know will come."),
        LessonLook.PromisesDue => new("promise of yours due", "promises of yours due", "in the next seven days or overdue",
            "You owe nobody anything in the next seven days. Use the exercise on the last promise you kept."),
        LessonLook.PromisesMade => new("promise you made", "promises you made", "in the last seven days",
            "You wrote down no promise in the last seven days. Think which ones you gave in passing, and write the first of them down."),
        LessonLook.PromisesMoved => new("promise whose date you moved", "promises whose date you moved", "in the last four weeks",
            "You moved no date in the last four weeks. Look at the promises ahead instead: which one is the likeliest to need it?"),
        LessonLook.PromisesBroken => new("promise kept late or broken", "promises kept late or broken", "in the last four weeks",
            "No promise of yours was late or broken in the last four weeks. Do the exercise on the last one you remember."),
        LessonLook.PromisesWithConditions => new("open promise that waits on a condition", "open promises that wait on a condition", "",
            "No open promise of yours waits on a condition. Look at the ones that are open: does one of them depend on somebody else?"),
        LessonLook.TheirPromises => new("open promise of theirs", "open promises of theirs", "",
            "No customer owes you anything that was written down. Recall what was said in your last three conversations."),
        LessonLook.Late => new("late start, answer or delivery", "late starts, answers or deliveries", "in the last four weeks",
            "Nothing was late in the last four weeks, as far as it was logged. Do the exercise with tomorrow's first appointment."),
        LessonLook.Misses => new("miss", "misses", "in the last four weeks",
            "No miss was logged in the last four weeks. Take the last one you remember."),
        LessonLook.NotOwnedUp => new("miss that you did not tell first", "misses that you did not tell first", "in the last four weeks",
            "There is no miss in the last four weeks that somebody else had to tell first. Take the last one you remember."),
        LessonLook.ApologiesOwed => new("miss without an apology", "misses without an apology", "in the last two weeks",
            "No miss of the last two weeks waits for an apology. Write the words for an older one, to have them ready."),
        LessonLook.IntegrityBreaches => new("lie, exaggeration or piece of gossip logged", "lies, exaggerations or pieces of gossip logged", "in the last three months",
            "None was logged in the last three months. Do the exercise with something you heard another seller say."),
        LessonLook.Exceeded => new("expectation exceeded", "expectations exceeded", "in the last four weeks",
            "Nothing was logged as exceeded in the last four weeks. Do the exercise with what you plan to add for somebody."),
        LessonLook.CourtesyOnly => new("contact that was courtesy only", "contacts that were courtesy only", "in the last four weeks",
            "No contact of the last four weeks was courtesy only. Look at the next call that could become one."),
        LessonLook.PendingOutcomes => new("encounter past without an outcome", "encounters past without an outcome", "",
            "Every encounter that has been has its outcome. Ask about one that you logged yourself: do they say the same?"),
        LessonLook.WrittenLate => new("encounter written down more than a day later", "encounters written down more than a day later", "in the last four weeks",
            "All encounters of the last four weeks were written down within a day. Do the exercise on today's last one."),
        LessonLook.SelfReported => new("outcome known by your word alone", "outcomes known by your word alone", "in the last seven days",
            "No outcome of the last seven days rests on your word alone. Take the last one that did."),
        LessonLook.Encounters => new("encounter of yours", "encounters of yours", "in the last seven days",
            "You logged no encounter in the last seven days. Take the last conversation you had, with anybody."),
        LessonLook.TheyStarted => new("contact that they started", "contacts that they started", "in the last four weeks",
            "No contact of the last four weeks was started by a customer, as far as it was logged. Ask yourself who would call you first."),
        LessonLook.NewRelationships => new("relationship that began", "relationships that began", "in the last four weeks",
            "No relationship of yours began in the last four weeks. Take the newest one you have."),
        LessonLook.BurnedBefore => new("customer of yours whom another vendor burned", "customers of yours whom another vendor burned", "",
            "None of your customers is marked as burned before. Ask the next new one how it went with the vendor before you."),
        LessonLook.QuietCustomers => new("customer not heard of for thirty days", "customers not heard of for thirty days", "",
            "You have been in touch with every customer in the last thirty days. Take the one you have known longest."),
        LessonLook.Ended => new("relationship that ended", "relationships that ended", "in the last half year",
            "No relationship of yours ended in the last half year. Take one that ended before, or one that nearly did."),
        LessonLook.OpenFears => new("fear of theirs not answered yet", "fears of theirs not answered yet", "",
            "No fear of a customer is written down and open. Ask one of them this week what could go wrong from their side."),
        LessonLook.OpenOffers => new("offer that is out", "offers that are out", "",
            "No offer of yours is out. Take the last one that was decided."),
        LessonLook.OneSided => new("relationship in which one side gives and the other takes", "relationships in which one side gives and the other takes", "",
            "Nowhere has enough gone back and forth to call it one-sided. Take the customer you gave most to this month."),
        LessonLook.Received => new("thing a customer gave you", "things customers gave you", "in the last four weeks",
            "No gift of time, a number or a name from a customer was logged in the last four weeks. Recall one that was not."),
        _ => new("event of yours that you dispute, or disputed", "events of yours that you dispute, or disputed", "in the last three months",
            "You disputed nothing in the last three months. Take a line on your record that surprised you."),
    };
}

/// <summary>How far looks go back or ahead, in days.</summary>
public static class LookSpan
{
    /// <summary>The week behind or ahead, today included.</summary>
    public const int Week = 7;

    /// <summary>In which an apology still helps (scoring.md 4.1).</summary>
    public const int Apology = 14;

    public const int FourWeeks = 28;

    public const int Quarter = 91;

    public const int HalfYear = 182;
}
