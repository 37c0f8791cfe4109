using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TrustCoach.Services.Customers;

/// <summary>Where a page of the list ended: the last row's place in the order, as an opaque word for a link.</summary>
/// <param name="Place">The name, or ticks, or a day number: what the list is ordered by.</param>
internal sealed record CustomersCursor(string Place, Guid CustomerId, Guid RelationshipId)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{CustomerId:N}{RelationshipId:N}{Place}"));

    /// <summary>Null when it is no cursor of this list: then the list begins at its start.</summary>
    public static CustomersCursor? Parse(string? word, CustomerSort sort)
    {
        if (word is not { Length: > 0 and < 1200 } || !Base64Url.IsValid(word))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(word));
        if (text.Length < 64 || text.Contains('\0', StringComparison.Ordinal)
            || !Guid.TryParseExact(text[..32], "N", out var customer) || !Guid.TryParseExact(text[32..64], "N", out var relationship))
        {
            return null;
        }

        var cursor = new CustomersCursor(text[64..], customer, relationship);
        return sort switch
        {
            CustomerSort.Name => cursor,
            CustomerSort.Opened => cursor.Day is { } ? cursor : null,
            _ => cursor.At is { } ? cursor : null,
        };
    }

    public DateTimeOffset? At =>
        long.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    public DateOnly? Day =>
        int.TryParse(Place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number)
            : null;

    public static string PlaceOf(CustomerRow row, CustomerSort sort) => sort switch
    {
        CustomerSort.Name => row.Name,
        CustomerSort.Opened => row.OpenedOn.DayNumber.ToString(CultureInfo.InvariantCulture),
        _ => (row.LastContact ?? CustomersQuery.Never).UtcTicks.ToString(CultureInfo.InvariantCulture),
    };
}
