using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>
/// Yusuf told his best customer that stock was reserved when it was not. He owned it, and repairs it week by week; the ceiling
/// keeps trust below what the good year alone would give.
/// </summary>
internal static class LieAndRepair
{
    public const string Rep = "Yusuf Demir";
    public const string LiedTo = "Hexham Bearings";

    private static readonly string[] AsPlanned =
    [
        "Went through the week's deliveries, all as planned.", "Three pallets on Tuesday, two on Friday, both confirmed.",
        "Nothing new; {who} was glad that the call took five minutes.", "One pallet moved from Monday to Tuesday, {who} had asked for it.",
        "Read out the week's list, {who} ticked it off.", "Talked through the holiday weeks, slots are booked.",
        "The carrier changes; gave {who} the new gate times.", "The returns are collected on Thursday, as agreed.",
        "Went over next month's forecast besides the list.",
    ];

    private static readonly string[] Beyond =
    [
        "Saw the shortage coming and swapped two deliveries before {who} asked.", "The truck came an hour early, because {who} had mentioned the inspection.",
        "Found the missing pallet at another customer's and had it brought over the same day.", "Had the certificates ready which {who} only needs next week.",
        "Noticed a double order on the list; saved them a pallet they did not need.",
    ];

    public static void Tell(DemoWorld world)
    {
        var pair = world.Pair(Rep, 362, Climate.Existing, LiedTo);
        var asPlanned = new DemoDeck<string>(AsPlanned, pair.Dice);
        var beyond = new DemoDeck<string>(Beyond, pair.Dice);
        for (var ago = 358; ago > 45; ago -= 6)
        {
            var better = pair.Dice.Falls(0.35);
            pair.Log(ago, better ? Outcome.Exceeded : Outcome.Met, better ? beyond.Draw() : asPlanned.Draw(),
                "The weekly call: what comes, what does not.", Channel.Call, level: EvidenceLevel.CustomerConfirmed, planned: pair.Dice.Falls(0.5));
            if (pair.Dice.Falls(0.5))
                pair.Keep(pair.Promise(ago, ago - 4, "Confirm the loading slots for next week"), ago - 3);
        }

        pair.Took(200, "Recommended us to their plant in the next town", 3, Commitment.Referral);
        pair.Took(120, "Let us bring a new colleague along for a day", 2, Commitment.Access);
        pair.Took(75, "Gave us their figures for the year to come", 3, Commitment.Data);
        var lie = pair.Log(40, Outcome.Missed, "Said on Monday that the forty rollers were reserved. They were not; {who} found out from the depot.",
            "The truth about the stock, also when it is bad.", Channel.Call,
            new BreakerDetails(BreakerKind.Lie, Severity.Normal, Note: "Did not want to lose the order before the month closed."));
        var said = lie.Breakers[0].Id;
        pair.Log(38, Outcome.Courtesy, "Drove there and said it: I knew that they were not reserved. No excuses. {who} heard me out.", null, Channel.Visit,
            repair: new RepairDetails(RepairKind.Apology, said));
        pair.Log(33, Outcome.Met, "Rented rollers at our cost until theirs arrived, delivered as said.", "Rollers by Wednesday, from wherever.", Channel.Visit,
            repair: new RepairDetails(RepairKind.MakeGood, said));
        pair.Log(26, Outcome.Met, "Sent the depot's own stock list, unedited.", "The depot's list instead of my word.", Channel.Email, level: EvidenceLevel.CustomerConfirmed);
        pair.Log(19, Outcome.Met, "One roller short this week; said so on Monday morning.", "Bad news first.", Channel.Call, level: EvidenceLevel.CustomerConfirmed);
        pair.Log(12, Outcome.Met, "All deliveries as on the list. {who} checked each line.", "Every line of the list to be true.", Channel.Call);
        pair.Log(5, Outcome.Met, "Again as on the list. {who} checked only half of it.", "Every line of the list to be true.", Channel.Call);
        pair.Promise(5, -2, "Send Monday's stock list before nine", dueTime: new TimeOnly(9, 0));
        pair.Plan(-2, 9, 15, "Monday's list, true to the last line.", Channel.Call);
        var plan = world.Repair(pair, lie, said, 38, "What I say about stock comes from the depot's list, which they get too.");
        foreach (var (made, due, text) in new[] { (30, 27, "Send the depot's own stock list"), (22, 20, "Say by Monday noon what is short"), (15, 13, "Have every line of the list checked by the depot") })
        {
            var small = pair.Promise(made, due, text, severity: Severity.Mild);
            pair.Keep(small, due, level: EvidenceLevel.CustomerConfirmed);
            plan.Join(small.Id, small.DueDay, 0, pair.Day(made));
        }

        foreach (var (opened, climate) in new[] { (345, Climate.Inbound), (300, Climate.Cold), (255, Climate.Cold), (210, Climate.Referral), (150, Climate.Inbound), (110, Climate.Cold), (66, Climate.Cold) })
            new DemoLife(world.Pair(Rep, opened, climate)).Live(opened - 2, 4, DemoCharacter.Solid);
    }
}
