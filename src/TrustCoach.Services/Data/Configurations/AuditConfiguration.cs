using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Audit;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasKey(e => new { e.OrganizationId, e.Id });   // time-ordered ids: the key is the list's order
        entry.Property(e => e.Act).HasMaxLength(60);
        entry.Property(e => e.Before).HasColumnType("jsonb");
        entry.Property(e => e.After).HasColumnType("jsonb");
        entry.HasIndex(e => new { e.OrganizationId, e.SubjectId });
    }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("mails");
        mail.HasKey(m => new { m.OrganizationId, m.Id });
        mail.Property(m => m.To).HasMaxLength(254);
        mail.Property(m => m.Subject).HasMaxLength(200);
        mail.Property(m => m.LastError).HasMaxLength(500);
        mail.Property(m => m.StopUrl).HasMaxLength(1500);
        mail.HasIndex(m => new { m.OrganizationId, m.DueAt }).HasFilter("sent_at is null");
    }
}
