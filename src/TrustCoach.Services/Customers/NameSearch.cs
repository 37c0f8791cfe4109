using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Customers;

/// <summary>Finds customers of the organization by letters of their name or of a contact's. Who may see them is asked of what it gives.</summary>
internal static class NameSearch
{
    /// <summary>Ids of the customers with the letters in a name; with one letter or two, at the beginning of a word.</summary>
    /// <param name="term">As <see cref="SearchTerm.Of"/> gives it.</param>
    public static IQueryable<Guid> CustomersNamed(this TrustCoachDb db, string term) =>
        db.Database.SqlQuery<Guid>($"""select customers_named as "Value" from customers_named({term})""");

    /// <summary>Customers with a word in a name that is nearly the one typed.</summary>
    /// <param name="term">As <see cref="SearchTerm.Of"/> gives it.</param>
    public static IQueryable<AlikeCustomer> CustomersAlike(this TrustCoachDb db, string term) =>
        db.Database.SqlQuery<AlikeCustomer>($"""select customer_id as "CustomerId", likeness as "Likeness" from customers_alike({term})""");
}

/// <param name="Likeness">Of the customer's own name, 0 to 1.</param>
internal sealed record AlikeCustomer(Guid CustomerId, float Likeness);
