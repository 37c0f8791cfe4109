namespace TrustCoach.Services.Demo.Words;

/// <summary>Promises and gestures, in the words of those who give them.</summary>
internal static class Vocabulary
{
    public static readonly string[] OurPromises =
    [
        "Send the revised quotation for the {kit}",
        "Call back with the delivery date",
        "Send the load chart signed by our engineer",
        "Arrange the reference call with a cold store",
        "Have the technician look at the squeaking mast",
        "Send the list of what the service contract leaves out",
        "Book the trainer for the night shift",
        "Forward the inspection report",
        "Ask our legal team about the penalty clause and report back",
        "Send the uptime figures of the last quarter",
        "Bring the sample battery to the site",
        "Get {who} the name of our depot manager",
        "Reserve the rental units for peak season",
        "Send the brochure with the running costs",
        "Check whether the old chargers can stay, and say so in writing",
        "Correct the invoice and send it again",
        "Send photos of the installation at the other site",
        "Draft the layout with the narrower aisle",
    ];

    public static readonly string[] TheirPromises =
    [
        "Send the floor plan with the load limits",
        "Give us the pallet counts per shift",
        "Bring the works council to the demo",
        "Return the signed framework agreement",
        "Name the person who decides on the budget",
        "Send the list of the serial numbers on site",
        "Let us measure on a Sunday",
        "Pay the two open invoices",
        "Introduce us to the sister site",
        "Tell us by then whether the pilot goes on",
    ];

    public static readonly (string Text, short Value)[] Gifts =
    [
        ("Lent them a pallet truck over the weekend", 2),
        ("Sent the new safety regulation with the three pages that matter", 1),
        ("Spent an evening helping with their tender document", 3),
        ("Put them in touch with a battery recycler", 1),
        ("Gave their apprentices a tour of our workshop", 2),
        ("Drove a missing key over to their site", 1),
        ("Told them that a competitor's used unit would do for now", 3),
        ("Checked their racking after a knock, unasked and unpaid", 2),
        ("Shared our template for the yearly inspection", 1),
    ];

    public static readonly (string Text, short Value)[] Returns =
    [
        ("Recommended us to their sister site", 3),
        ("Warned us early that the budget moves to next year", 2),
        ("Agreed to be a reference", 2),
        ("Told us openly where the other offer is better", 2),
        ("Let our new colleague shadow a shift", 1),
        ("Passed on the name of the new site manager in the next town", 1),
        ("Wrote three lines of praise to our head office", 1),
        ("Gave us their figures of last year for our planning", 2),
    ];

    public static readonly string[] ReasonsToMove =
    [
        "Our engineer is ill; asked {who} and got a friendly yes.",
        "They moved their own meeting, so the paper is needed a week later.",
        "The supplier's figures come later than said. Told {who} at once.",
    ];

    public static readonly string[] ReasonsBroken =
    [
        "Forgot it. Told {who} so before they had to ask.",
        "Promised what was not mine to promise: the depot decides that.",
    ];
}
