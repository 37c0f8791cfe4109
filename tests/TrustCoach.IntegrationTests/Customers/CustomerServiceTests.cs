using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Customers;

namespace TrustCoach.IntegrationTests.Customers;

public sealed class CustomerServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Adding_opens_a_relationship_with_its_standing_and_tells_the_audit()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();

        var added = (await AddAsync(kit, rep, new("  Kestrel Foods ", Climate.Referral, true, "Audit never came", ContactName: "Ilse Brandt"))).Value;

        await using var db = kit.Db();
        var customer = await db.Customers.SingleAsync(c => c.Id == added.CustomerId);
        (customer.Name, customer.BurnedBefore, customer.BurnedNote).Should().Be(("Kestrel Foods", true, "Audit never came"));
        var relationship = await kit.RelationshipAsync(added.RelationshipId);
        (relationship.RepId, relationship.Climate, relationship.OpenedOn).Should().Be((rep.Id, Climate.Referral, new DateOnly(2026, 9, 2)));
        (await kit.StandingAsync(added.RelationshipId)).Opening.Should().Be(new Opening(Climate.Referral, true));
        (await db.Contacts.SingleAsync(c => c.CustomerId == added.CustomerId)).Name.Should().Be("Ilse Brandt");
        (await db.Audit.SingleAsync(a => a.SubjectId == added.CustomerId)).Act.Should().Be(AuditActs.CustomerAdded);
    }

    [Theory]
    [InlineData("", Climate.Cold, "Name")]
    [InlineData("   ", Climate.Cold, "Name")]
    [InlineData("long", Climate.Cold, "Name")]
    [InlineData("Kestrel", null, "Climate")]
    [InlineData("Kestrel", (Climate)9, "Climate")]
    public async Task Bad_input_is_refused_beside_its_field(string name, Climate? climate, string field)
    {
        var kit = await Kit.InAsync(database);

        var added = await AddAsync(kit, await kit.RepAsync(), new(name == "long" ? new string('k', 161) : name, climate));

        added.Refused(out var problem, out _).Should().BeTrue();
        problem!.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; drop table customers; --")]
    [InlineData("100 % _ \\ Söhne & Co 株式会社 🙂")]
    public async Task Hostile_and_foreign_text_is_only_text(string name)
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();

        var added = (await AddAsync(kit, rep, new(name, Climate.Cold))).Value;

        var found = await kit.WithAsync(db => kit.List(db).RunAsync(kit.Actor(rep), new(name), CancellationToken.None));
        found.Rows.Should().ContainSingle(r => r.CustomerId == added.CustomerId && r.Name == name);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_offered_and_can_be_joined_or_meant_differently()
    {
        var kit = await Kit.InAsync(database);
        var (first, second) = (await kit.RepAsync(), await kit.RepAsync());
        var known = (await AddAsync(kit, first, new("Kestrel Foods", Climate.Cold))).Value;

        var refused = await AddAsync(kit, second, new("KÉSTREL foods", Climate.Inbound));
        refused.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("here already");
        var namesakes = await kit.WithAsync(db => new CustomerFormsQuery(db, kit.Clock).NamesakesAsync(kit.Actor(second), "KÉSTREL foods", CancellationToken.None));
        namesakes.Should().ContainSingle().Which.Should().Be(new Namesake(known.CustomerId, "Kestrel Foods", false, false));

        var joined = await kit.WithAsync(db => kit.Customers(db).JoinAsync(kit.Actor(second), new(known.CustomerId, "kestrel foods", Climate.Inbound), CancellationToken.None));
        joined!.Value.Value.CustomerId.Should().Be(known.CustomerId);
        joined.Value.Value.RelationshipId.Should().NotBe(known.RelationshipId);
        (await AddAsync(kit, second, new("Kestrel Foods", Climate.Cold, EvenIfNamedAlike: true))).Refused(out _, out _).Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_joins_a_customer_they_cannot_name()
    {
        var kit = await Kit.InAsync(database);
        var known = (await AddAsync(kit, await kit.RepAsync(), new("Kestrel Foods", Climate.Cold))).Value;
        var stranger = kit.Actor(await kit.RepAsync());

        (await kit.WithAsync(db => kit.Customers(db).JoinAsync(stranger, new(known.CustomerId, "Something else", Climate.Cold), CancellationToken.None))).Should().BeNull();
    }

    [Fact]
    public async Task The_same_form_twice_at_once_adds_one_customer_and_joins_once()
    {
        var kit = await Kit.InAsync(database);
        var (first, second) = (await kit.RepAsync(), await kit.RepAsync());

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddAsync(kit, first, new("Harbor & Co", Climate.Cold))));

        added.Count(a => !a.Refused(out _, out _)).Should().Be(1);
        var id = added.First(a => !a.Refused(out _, out _)).Value.CustomerId;
        var joined = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => kit.WithAsync(
            db => kit.Customers(db).JoinAsync(kit.Actor(second), new(id, "Harbor & Co", Climate.Cold), CancellationToken.None))));
        joined.Select(j => j!.Value.Value.RelationshipId).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task An_edit_changes_the_opening_of_every_standing_and_keeps_the_old_version_in_the_audit()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var done = await kit.CustomerAsync(rep, "Blue Quay");

        var changed = await ChangeAsync(kit, rep, new(done.CustomerId, 1, "Blue Quay Ltd", true, "Vendor vanished", done.RelationshipId, Climate.Existing));

        changed!.Value.Refused(out _, out _).Should().BeFalse();
        (await kit.StandingAsync(done.RelationshipId)).Opening.Should().Be(new Opening(Climate.Existing, true));
        await using var db = kit.Db();
        var entry = await db.Audit.SingleAsync(a => a.SubjectId == done.CustomerId && a.Act == AuditActs.CustomerChanged);
        entry.Before.Should().Contain("Blue Quay").And.NotContain("Ltd");
    }

    [Fact]
    public async Task An_edit_of_an_older_version_is_refused_and_changes_nothing()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var done = await kit.CustomerAsync(rep, "Blue Quay");
        await ChangeAsync(kit, rep, new(done.CustomerId, 1, "Newer", false, null));

        var stale = await ChangeAsync(kit, rep, new(done.CustomerId, 1, "Older", false, null));

        stale!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("Somebody changed this customer");
        await using var db = kit.Db();
        (await db.Customers.SingleAsync(c => c.Id == done.CustomerId)).Name.Should().Be("Newer");
    }

    [Fact]
    public async Task An_archived_customer_leaves_the_list_and_comes_back()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var (actor, done) = (kit.Actor(rep), await kit.CustomerAsync(rep));

        await kit.WithAsync(db => kit.Customers(db).ArchiveAsync(actor, done.CustomerId, CancellationToken.None));

        (await ListAsync(kit, rep, new())).Should().BeEmpty();
        (await ListAsync(kit, rep, new(Show: CustomerShow.Archived))).Should().ContainSingle();
        await kit.WithAsync(db => kit.Customers(db).RestoreAsync(actor, done.CustomerId, CancellationToken.None));
        (await ListAsync(kit, rep, new())).Should().ContainSingle();
    }

    [Fact]
    public async Task A_rep_does_not_archive_what_a_colleague_works_on()
    {
        var kit = await Kit.InAsync(database);
        var (rep, colleague) = (await kit.RepAsync(), await kit.RepAsync());
        var done = await kit.CustomerAsync(rep, "Shared Ltd");
        await kit.WithAsync(db => kit.Customers(db).JoinAsync(kit.Actor(colleague), new(done.CustomerId, "Shared Ltd", Climate.Cold), CancellationToken.None));

        var archived = await kit.WithAsync(db => kit.Customers(db).ArchiveAsync(kit.Actor(rep), done.CustomerId, CancellationToken.None));

        archived!.Value.Refused(out var problem, out _).Should().BeTrue();
        problem!.Message.Should().Contain("colleague");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stranger_reaches_nothing_by_id(bool ofAnotherOrganization)
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var done = await kit.CustomerAsync(rep);
        var contact = (await kit.WithAsync(db => kit.Contacts(db).AddAsync(kit.Actor(rep), done.CustomerId, new("Ilse"), CancellationToken.None)))!.Value.Value;
        var other = ofAnotherOrganization ? await Kit.InAsync(database) : kit;
        var stranger = other.Actor(await other.RepAsync());
        var none = CancellationToken.None;

        (await other.WithAsync(db => other.Customers(db).ChangeAsync(stranger, new(done.CustomerId, 1, "Mine", false, null), none))).Should().BeNull();
        (await other.WithAsync(db => other.Customers(db).ArchiveAsync(stranger, done.CustomerId, none))).Should().BeNull();
        (await other.WithAsync(db => other.Customers(db).RestoreAsync(stranger, done.CustomerId, none))).Should().BeNull();
        (await other.WithAsync(db => other.Contacts(db).AddAsync(stranger, done.CustomerId, new("Eve"), none))).Should().BeNull();
        (await other.WithAsync(db => other.Contacts(db).ChangeAsync(stranger, done.CustomerId, contact, new("Eve"), none))).Should().BeNull();
        (await other.WithAsync(db => other.Contacts(db).LeaveAsync(stranger, done.CustomerId, contact, none))).Should().BeNull();
        (await other.WithAsync(db => other.Relationships(db).EndAsync(stranger, new(done.RelationshipId, Domain.Customers.RelationshipEnd.Other, null), none))).Should().BeNull();
        (await other.WithAsync(db => other.Relationships(db).ReopenAsync(stranger, done.RelationshipId, none))).Should().BeNull();
        (await other.WithAsync(db => other.Relationships(db).HandOverAsync(stranger, new(done.RelationshipId, stranger.PersonId, Climate.Cold), none))).Should().BeNull();
        (await other.WithAsync(db => other.Page(db).RunAsync(stranger, done.CustomerId, null, null, none))).Should().BeNull();
    }

    [Fact]
    public async Task Contacts_are_added_once_changed_and_leave_with_their_history()
    {
        var kit = await Kit.InAsync(database);
        var rep = await kit.RepAsync();
        var (actor, done, none) = (kit.Actor(rep), await kit.CustomerAsync(rep), CancellationToken.None);
        var id = (await kit.WithAsync(db => kit.Contacts(db).AddAsync(actor, done.CustomerId, new("Ilse Brandt", "Head of logistics"), none)))!.Value.Value;

        (await kit.WithAsync(db => kit.Contacts(db).AddAsync(actor, done.CustomerId, new("ilse brandt"), none)))!.Value.Refused(out var twice, out _).Should().BeTrue();
        twice!.Message.Should().Contain("already");
        (await kit.WithAsync(db => kit.Contacts(db).ChangeAsync(actor, done.CustomerId, id, new("Ilse Brandt", Email: "no address"), none)))!.Value.Refused(out var bad, out _).Should().BeTrue();
        bad!.Field.Should().Be("Email");
        await kit.WithAsync(db => kit.Contacts(db).LeaveAsync(actor, done.CustomerId, id, none));

        await using var look = kit.Db();
        (await look.Contacts.SingleAsync(c => c.Id == id)).LeftAt.Should().Be(kit.Now);
        (await look.Audit.CountAsync(a => a.SubjectId == id)).Should().Be(2);
    }

    private static Task<Result<CustomerDone>> AddAsync(Kit kit, GivenPerson rep, AddCustomer command) =>
        kit.WithAsync(db => kit.Customers(db).AddAsync(kit.Actor(rep), command, CancellationToken.None));

    private static Task<Result<Guid>?> ChangeAsync(Kit kit, GivenPerson rep, ChangeCustomer command) =>
        kit.WithAsync(db => kit.Customers(db).ChangeAsync(kit.Actor(rep), command, CancellationToken.None));

    private static async Task<IReadOnlyList<CustomerRow>> ListAsync(Kit kit, GivenPerson rep, CustomersAsked asked) =>
        (await kit.WithAsync(db => kit.List(db).RunAsync(kit.Actor(rep), asked, CancellationToken.None))).Rows;
}
