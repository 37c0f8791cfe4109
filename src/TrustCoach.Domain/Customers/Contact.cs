using System.Net.Mail;

namespace TrustCoach.Domain.Customers;

/// <summary>A person at a customer.</summary>
public sealed class Contact : IInOrganization
{
    public const int NameMaxLength = 120;
    public const int TitleMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int PhoneMaxLength = 40;

    private Contact() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CustomerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What they do there, such as 'Head of logistics'.</summary>
    public string? Title { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>When they left the customer; their touchpoints stay.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public static Result<Contact> Add(
        Guid organizationId, Guid id, Guid customerId, string? name, string? title, string? email, string? phone)
    {
        var contact = new Contact { OrganizationId = organizationId, Id = id, CustomerId = customerId };
        return contact.Change(name, title, email, phone) is { } problem ? problem : contact;
    }

    public Problem? Change(string? name, string? title, string? email, string? phone)
    {
        (name, title, email, phone) = (name?.Trim() ?? "", Clean(title), Clean(email), Clean(phone));
        if (name.Length == 0)
            return new Problem(nameof(Name), "Write the contact's name.");
        if (name.Length > NameMaxLength)
            return new Problem(nameof(Name), $"Keep the name under {NameMaxLength} characters.");
        if (title?.Length > TitleMaxLength)
            return new Problem(nameof(Title), $"Keep the title under {TitleMaxLength} characters.");
        if (email is not null && (email.Length > EmailMaxLength || !MailAddress.TryCreate(email, out var read) || read.Address != email))
            return new Problem(nameof(Email), "This is not an e-mail address. Write it like dana@example.com.");
        if (phone?.Length > PhoneMaxLength)
            return new Problem(nameof(Phone), $"Keep the phone number under {PhoneMaxLength} characters.");
        (Name, Title, Email, Phone) = (name, title, email, phone);
        return null;
    }

    public void Leave(DateTimeOffset now) => LeftAt ??= now;

    public void Return() => LeftAt = null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
