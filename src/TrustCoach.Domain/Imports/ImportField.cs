namespace TrustCoach.Domain.Imports;

/// <summary>What a file holds.</summary>
public enum ImportKind : short
{
    Customers = 1,
    Touchpoints = 2,
    Promises = 3,
}

/// <summary>What a column may be read as.</summary>
/// <param name="Key">Name in mappings and reports; stored, so never renamed.</param>
/// <param name="Label">Name on the page.</param>
/// <param name="Required">A file without this column is not imported.</param>
/// <param name="IsDate">Its values are dates, so a format goes with the column.</param>
/// <param name="OtherNames">Headings that mean it, in small letters without signs; they pre-fill the mapping.</param>
public sealed record ImportField(string Key, string Label, bool Required, bool IsDate, IReadOnlyList<string> OtherNames)
{
    public const string ExternalId = "external-id";
    public const string Rep = "rep";
    public const string Customer = "customer";
    public const string CustomerName = "name";
    public const string Climate = "climate";
    public const string Burned = "burned";
    public const string BurnedNote = "burned-note";
    public const string ContactName = "contact";
    public const string ContactTitle = "contact-title";
    public const string ContactEmail = "contact-email";
    public const string ContactPhone = "contact-phone";
    public const string HappenedAt = "happened-at";
    public const string Outcome = "outcome";
    public const string Channel = "channel";
    public const string Summary = "summary";
    public const string Expectation = "expectation";
    public const string Severity = "severity";
    public const string Text = "text";
    public const string Reference = "reference";
    public const string Due = "due";
    public const string KeptOn = "kept-on";
    public const string PromisedOn = "promised-on";
    public const string Direction = "direction";
    public const string Condition = "condition";

    private static readonly ImportField ExternalIdField = new(ExternalId, "External id", false, false, ["id", "externalid", "key", "number"]);
    private static readonly ImportField RepField = new(Rep, "Rep", true, false, ["rep", "owner", "salesrep", "seller", "vendor", "accountmanager"]);
    private static readonly ImportField CustomerField = new(Customer, "Customer", true, false, ["customer", "company", "account", "client", "country"]);

    /// <summary>The fields of a kind, in the order the page asks for them.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Customers =>
        [
            ExternalIdField,
            new(CustomerName, "Customer's name", true, false, ["name", "customer", "company", "account"]),
            RepField with { Required = false },
            new(Climate, "How it began", false, false, ["climate", "source", "leadsource", "opening"]),
            new(Burned, "Burned before (yes or no)", false, false, ["burned", "burnedbefore"]),
            new(BurnedNote, "What burned them", false, false, ["burnednote"]),
            new(ContactName, "Contact's name", false, false, ["contact", "contactname"]),
            new(ContactTitle, "Contact's title", false, false, ["title", "contacttitle", "jobtitle"]),
            new(ContactEmail, "Contact's e-mail", false, false, ["email", "contactemail"]),
            new(ContactPhone, "Contact's phone", false, false, ["phone", "contactphone", "telephone"]),
        ],
        ImportKind.Touchpoints =>
        [
            ExternalIdField, RepField, CustomerField,
            new(HappenedAt, "When", true, true, ["when", "date", "happenedat", "happenedon", "day"]),
            new(Outcome, "Outcome", true, false, ["outcome", "result"]),
            new(Channel, "Channel", false, false, ["channel", "type"]),
            new(Summary, "Summary", false, false, ["summary", "note", "notes", "text"]),
            new(Expectation, "What they expected", false, false, ["expectation", "expected"]),
            new(Severity, "Severity of a miss (1 to 3)", false, false, ["severity"]),
        ],
        _ =>
        [
            ExternalIdField, RepField, CustomerField,
            new(Text, "What was promised", true, false, ["promise", "text", "itemdescription", "description", "subject"]),
            new(Reference, "Reference, added to the text", false, false, ["reference", "asndn", "order", "ordernumber"]),
            new(Due, "Due", true, true, ["due", "duedate", "scheduleddeliverydate", "by"]),
            new(KeptOn, "Kept on", false, true, ["kepton", "delivered", "deliveredtoclientdate", "done", "closed"]),
            new(PromisedOn, "Promised on", false, true, ["promisedon", "made", "posenttovendordate", "created"]),
            new(Direction, "Who promised (ours or theirs)", false, false, ["direction"]),
            new(Condition, "Condition", false, false, ["condition"]),
        ],
    };

    /// <summary>The heading that most likely means this field, or null.</summary>
    public string? Guess(IEnumerable<string> headings)
    {
        var known = headings.Select(h => (Heading: h, Plain: Plain(h))).ToList();
        return OtherNames.Select(name => known.Find(h => h.Plain == name).Heading).FirstOrDefault(h => h is not null);
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
