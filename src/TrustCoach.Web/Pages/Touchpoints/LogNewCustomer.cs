using TrustCoach.Domain;
using TrustCoach.Services.Customers;
using TrustCoach.Services.People;
using TrustCoach.Web.Pages.Customers;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>A customer added in the middle of a log. Sent again, it chooses the one that was made.</summary>
public sealed class LogNewCustomer(CustomerService customers, CustomerFormsQuery forms)
{
    /// <param name="join">The customer of a colleague's that is meant; null adds a new one.</param>
    public async Task<Result<CustomerDone>> AddAsync(Actor actor, NewModel.Form form, Guid? join, CancellationToken cancellation)
    {
        var added = join is { } id ? await JoinAsync(actor, form, id, cancellation) : await customers.AddAsync(actor, form.ToCommand(), cancellation);
        // The actor's own already, from a form sent before: that one is meant.
        return added.Refused(out var problem, out _) && problem.Field == nameof(form.Name)
            && (await NamesakesAsync(actor, form.Name, cancellation)).FirstOrDefault(n => n is { IsOwn: true, IsArchived: false }) is { } own
                ? await JoinAsync(actor, form, own.Id, cancellation)
                : added;
    }

    public async Task<IReadOnlyList<Namesake>> NamesakesAsync(Actor actor, string? name, CancellationToken cancellation) =>
        await forms.NamesakesAsync(actor, name, cancellation);

    private async Task<Result<CustomerDone>> JoinAsync(Actor actor, NewModel.Form form, Guid id, CancellationToken cancellation) =>
        await customers.JoinAsync(actor, new(id, form.Name, form.Climate, form.RepId), cancellation)
            ?? new Problem(nameof(form.Name), "This customer is no longer there under that name. Write the name again.");
}
