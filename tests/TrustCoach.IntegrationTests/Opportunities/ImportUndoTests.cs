using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Opportunities;
using TrustCoach.IntegrationTests.Imports;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Data;

namespace TrustCoach.IntegrationTests.Opportunities;

public sealed class ImportUndoTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task What_people_have_noted_of_an_imported_customer_keeps_it_and_a_private_word_does_not()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var rep = await web.GivenARepAsync(organization, name: "Ada Rowe");
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        var url = await admin.CheckAsync(web, ImportKind.Customers, "id,name,rep\r\nK1,Kestrel,Ada Rowe\r\nH1,Heron,Ada Rowe\r\nW1,Wren,Ada Rowe\r\n"u8.ToArray());
        await admin.PressAsync(web, url, "Apply");
        var today = DateOnly.FromDateTime(web.Clock.GetUtcNow().UtcDateTime);
        await using (var db = web.Db(organization))
        {
            var relationships = await db.Relationships.Join(db.Customers, r => r.CustomerId, c => c.Id, (r, c) => new { r.Id, r.CustomerId, c.Name }).ToDictionaryAsync(r => r.Name);
            db.Add(Fear.Note(organization.Id, Guid.NewGuid(), relationships["Kestrel"].CustomerId, "That nobody picks up", null, null, rep.Id, today).Value);
            db.Add(Opportunity.Open(
                new(organization.Id, Guid.NewGuid(), relationships["Heron"].Id, rep.Id, relationships["Heron"].CustomerId),
                new("Pickers", null, OpportunityStage.OpenTalks, today), today).Value);
            await db.SaveChangesAsync();
            await using var scope = web.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(organization.Id, default);
            await scope.ServiceProvider.GetRequiredService<SelfCheckService>().WriteAsync(await web.ActorAsync(rep), relationships["Wren"].Id, new("calm", null, null), default);
            (await db.SelfChecks.CountAsync()).Should().Be(1);
        }

        await admin.PressAsync(web, url, "Undo");
        await using var after = web.Db(organization);
        (await after.Customers.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync()).Should().Equal("Heron", "Kestrel");
        (await after.SelfChecks.CountAsync()).Should().Be(0);
    }
}
