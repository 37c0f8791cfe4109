using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>Says what a balance of give and take means, and what would be fair next (scoring.md 4.7).</summary>
public static class GiveAndTake
{
    /// <param name="own">True when the reader is the rep, false for who coaches the rep.</param>
    public static string Sentence(Reciprocity reciprocity, bool own)
    {
        ArgumentNullException.ThrowIfNull(reciprocity);
        return (reciprocity.Kind, own) switch
        {
            (Exchange.TooEarly, _) => "Too early to say: little has gone back and forth yet.",
            (Exchange.Altruist, true) => "An altruist: you give more than comes back. Ask for something fair, such as an introduction or a date they keep.",
            (Exchange.Altruist, false) => "An altruist: the rep gives more than comes back. A fair ask is due.",
            (Exchange.Cheater, true) => "A cheater's balance: you take more than you give. Give something before you ask again.",
            (Exchange.Cheater, false) => "A cheater's balance: the rep takes more than they give.",
            _ => "A reciprocator: good faith is answered in kind.",
        };
    }
}
