namespace TrustCoach.Domain.Lab;

/// <summary>What one does in a chapter of the guided path.</summary>
public enum ChapterKind
{
    /// <summary>Plays encounters.</summary>
    Play,

    /// <summary>Judges silences: slip or breach?</summary>
    Judge,

    /// <summary>Reads what pays in the long run.</summary>
    End,
}

/// <summary>A chapter of the guided path.</summary>
/// <param name="Title">Shown as its heading.</param>
/// <param name="Before">What one is told before it, one or two sentences.</param>
/// <param name="After">What it showed, told when it is over.</param>
/// <param name="Steps">Encounters or questions in it.</param>
/// <param name="Opponent">Whom one meets; null where one meets nobody.</param>
/// <param name="IsNoisy">Whether moves may go astray here.</param>
public sealed record Chapter(ChapterKind Kind, string Title, string Before, string After, int Steps, Strategy? Opponent = null, bool IsNoisy = false)
{
    /// <summary>The chapters, in order: about eight minutes.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new(ChapterKind.Play, "One sale", "You will meet this customer once and never again. Each of you keeps your word or cuts a corner, and neither knows what the other will do.",
            "In a single sale the corner pays more whatever the other does: 5 instead of 3, or 1 instead of 0. Nothing stands against it but who you are. Selling is hardly ever a single sale, though.",
            1, Strategies.Reciprocator),
        new(ChapterKind.Play, "Somebody who always gives", "A new customer. This one you will meet three times, and they are known to be kind.",
            "This was an altruist. Each corner paid you two points more than your word would have, and nothing came back. That is why altruists alone do not last, and why it says more about you than about them.",
            3, Strategies.Altruist),
        new(ChapterKind.Play, "Somebody who only takes", "Another customer, three encounters.",
            "This was a cheater. Every word you kept was paid by you alone. Nothing you do changes a cheater; what you can do is stop early, politely, and spend your evenings on somebody else.",
            3, Strategies.Cheater),
        new(ChapterKind.Play, "Somebody who remembers", "Five encounters with one customer. They remember what you did.",
            "This was a reciprocator: good faith first, then whatever you did last. Five kept words pay 15 each. A corner pays once, and the next encounter takes it back.",
            5, Strategies.Reciprocator),
        new(ChapterKind.Play, "Somebody who never forgets", "Four encounters. Take care: some people give one chance.",
            "This was a grudger. As long as you kept your word, so did they; one corner, and nothing you do brings them back. When trust ends, it often ends like this, at once.",
            4, Strategies.Grudger),
        new(ChapterKind.Play, "Things go wrong", "The same kind of customer as before: they do what you did last. But now e-mails get lost and vans break down, so a move can come out as its opposite. You set how often.",
            "A slip looks like a let-down from the other side. Two people who only answer in kind can quarrel for months over a lost e-mail, and neither of them began it.",
            6, Strategies.Reciprocator, IsNoisy: true),
        new(ChapterKind.Play, "When to forgive", "The same slips at the same moments, with a customer who waits: one let-down alone they let pass, two in a row they answer.",
            "One slip ended nothing this time. Forgive what happens once and answer what happens twice: patience ends quarrels, and the answer keeps cheaters away. A third of all let-downs forgiven is about as much as these payoffs bear.",
            6, Strategies.Patient, IsNoisy: true),
        new(ChapterKind.Judge, "The customer did not reply", "Was it a slip or a breach? Three times you decide what to do next.",
            "Silence is weak evidence the first time and strong evidence the third. Asking costs little and tells you which it is; answering in kind too early makes a breach out of a slip.",
            3),
        new(ChapterKind.End, "What pays in the long run", "", "", 0),
    ];
}

/// <summary>A silence to judge.</summary>
/// <param name="Text">What is known.</param>
/// <param name="InARow">Silences in a row.</param>
/// <param name="Fits">The answer that fits best.</param>
/// <param name="Why">Why it does.</param>
public sealed record SilenceCase(string Text, int InARow, SilenceAnswer Fits, string Why)
{
    public static IReadOnlyList<SilenceCase> All { get; } =
    [
        new("Ilse has kept her word eleven times. On Tuesday she wanted to send you her figures. It is Friday, and nothing has come.", 1, SilenceAnswer.Ask,
            "After eleven kept words one silence is most likely a slip. A short friendly question costs a minute. Waiting leaves a lost e-mail lost, and answering in kind would be the first breach between you."),
        new("You asked, kindly and with a date. The date has passed, and Ilse has not replied.", 2, SilenceAnswer.Ask,
            "Two in a row could be either. Ask once more by another way, such as a call, and say plainly what you need and by when. That is still generous, and now it tells you something."),
        new("You rang and left a message. A week later there is still no word, and you hear that a competitor was in the house.", 3, SilenceAnswer.Answer,
            "Three in a row are hardly slips. Stop giving ahead: keep what you promised, do nothing more, and say that the door stays open. Answering is not revenge; it is what keeps reciprocity worth something."),
    ];
}

/// <summary>What one may do about a silence.</summary>
public enum SilenceAnswer
{
    Wait,
    Ask,
    Answer,
}
