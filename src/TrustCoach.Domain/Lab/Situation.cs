namespace TrustCoach.Domain.Lab;

/// <summary>A moment of selling in which one may keep one's word or cut a corner; it stands in place of a coin.</summary>
/// <param name="Text">What lies on the table.</param>
/// <param name="Keep">What keeping one's word is.</param>
/// <param name="Cut">What the corner is.</param>
/// <param name="TheyKeep">What the customer does who keeps theirs.</param>
/// <param name="TheyCut">What the customer does who does not.</param>
public sealed record Situation(string Text, string Keep, string Cut, string TheyKeep, string TheyCut);

/// <summary>The situations of the game, in the order in which they come.</summary>
public static class Situations
{
    public static IReadOnlyList<Situation> All { get; } =
    [
        new("You said the sample would be on their desk on Thursday. It is Wednesday evening and the workshop has closed.",
            "Drive it over yourself", "Send it on Monday and say nothing", "They test it the same day, as agreed", "They leave it in its box"),
        new("The customer asks which model is quieter. It is the cheaper one.",
            "Say it is the cheaper one", "Praise the dearer one", "They tell you their true budget", "They name a budget far below it"),
        new("You offered to go through last year's complaints before the next meeting. Nobody would check.",
            "Read all forty", "Read the summary", "They bring the people you asked for", "They bring nobody"),
        new("The delivery will be two days late. They have not noticed yet.",
            "Ring them now", "Wait until they ask", "They move their own date to help", "They book a second supplier behind your back"),
        new("They let you see a competitor's offer, in confidence.",
            "Keep it to yourself", "Quote its weak points elsewhere", "They keep your price to themselves", "They pass your price on"),
        new("The contract has a clause that favours you, and they have not understood it.",
            "Explain it before they sign", "Let them sign", "They pay on the day agreed", "They let the invoice lie for a month"),
        new("You promised a training morning after the sale. The sale is done and your week is full.",
            "Give the morning", "Send them a film instead", "They send the team, on time", "They cancel an hour before"),
        new("Their engineer asks for figures from the field, good and bad.",
            "Send all of them", "Send the good ones", "They share their own measurements", "They use yours against you in the next talk"),
        new("A part you sold them last year has a fault that shows after three years.",
            "Tell them and plan the exchange", "Hope it holds", "They tell you first when something goes wrong", "They tell their whole trade first"),
        new("You agreed to bring your head of service to the review. She would rather not come.",
            "Bring her", "Come alone and make excuses", "They bring the manager who decides", "They send an intern"),
        new("They ask whether the discount lasts beyond this month. It does.",
            "Say that it does", "Say it ends on Friday", "They decide when they said they would", "They let the day pass without a word"),
        new("You said you would introduce them to another customer of yours. It takes three calls.",
            "Make the three calls", "Say he is travelling", "They recommend you in return", "They never mention your name"),
    ];

    /// <summary>The situation of an encounter; they begin again when all have been.</summary>
    public static Situation At(int index) => All[index % All.Count];
}
