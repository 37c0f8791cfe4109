using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("organizations");
        organization.HasKey(o => o.Id);
        organization.Property(o => o.Id).ValueGeneratedNever();
        organization.Ignore(o => o.OrganizationId);
        organization.Property(o => o.Name).HasMaxLength(Organization.NameMaxLength);
        organization.Property(o => o.TimeZone).HasMaxLength(64);
    }
}

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("teams");
        team.HasKey(t => new { t.OrganizationId, t.Id });
        team.Property(t => t.Name).HasMaxLength(Team.NameMaxLength);
        team.HasOne<Organization>().WithMany().HasForeignKey(t => t.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        team.HasOne<Team>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.PartOfId }).OnDelete(DeleteBehavior.Restrict);
        team.HasIndex(t => new { t.OrganizationId, t.ManagerId });   // what a manager may see is read from it
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.HasKey(p => new { p.OrganizationId, p.Id });
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.TimeZone).HasMaxLength(64);
        person.Property(p => p.Culture).HasMaxLength(20);
        person.Property(p => p.ExternalId).HasMaxLength(Person.ExternalIdMaxLength);
        person.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        person.HasOne<Team>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.TeamId }).OnDelete(DeleteBehavior.Restrict);
        person.HasIndex(p => new { p.OrganizationId, p.TeamId });
        person.HasIndex(p => new { p.OrganizationId, p.ExternalId }).IsUnique();
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.HasKey(i => new { i.OrganizationId, i.Id });
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.Property(i => i.Name).HasMaxLength(Person.NameMaxLength);
        invitation.HasIndex(i => new { i.OrganizationId, i.SecretHash }).IsUnique();
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.UserName).HasMaxLength(254);
        account.Property(a => a.NormalizedUserName).HasMaxLength(254);
        account.Property(a => a.Email).HasMaxLength(254);
        account.Property(a => a.NormalizedEmail).HasMaxLength(254);
        account.Property(a => a.PhoneNumber).HasMaxLength(40);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
        account.HasIndex(a => a.OrganizationId);
    }
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<AccountToken>
{
    public void Configure(EntityTypeBuilder<AccountToken> token)
    {
        token.ToTable("account_tokens");
        token.HasKey(t => new { t.OrganizationId, t.UserId, t.LoginProvider, t.Name });
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
    }
}

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> session)
    {
        session.ToTable("sessions");
        session.HasKey(s => new { s.OrganizationId, s.Id });
        session.Property(s => s.UserAgent).HasMaxLength(300);
        session.Property(s => s.Address).HasMaxLength(64);
        session.HasOne<Person>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> factor)
    {
        factor.ToTable("second_factors");
        factor.HasKey(f => new { f.OrganizationId, f.PersonId });
        factor.HasOne<Person>().WithOne().HasForeignKey<SecondFactor>(f => new { f.OrganizationId, f.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes");
        code.HasKey(c => new { c.OrganizationId, c.PersonId, c.Hash });
        code.HasOne<SecondFactor>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
