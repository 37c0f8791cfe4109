using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class CoachingSessionConfiguration : IEntityTypeConfiguration<CoachingSession>
{
    public void Configure(EntityTypeBuilder<CoachingSession> session)
    {
        session.ToTable("coaching_sessions");
        session.HasKey(s => new { s.OrganizationId, s.Id });
        session.Property(s => s.CancelReason).HasMaxLength(CoachingSession.ReasonMaxLength);
        session.Property(s => s.WentWell).HasMaxLength(CoachingSession.WordsMaxLength);
        session.Property(s => s.IsHard).HasMaxLength(CoachingSession.WordsMaxLength);
        session.Property(s => s.Wanted).HasMaxLength(CoachingSession.WordsMaxLength);
        session.Property(s => s.SharedNote).HasMaxLength(CoachingSession.NoteMaxLength);
        session.Property(s => s.Reply).HasMaxLength(CoachingSession.ReplyMaxLength);
        session.HasOne<Person>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.RepId }).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => new { s.OrganizationId, s.RepId }).IsUnique().HasFilter("state = 1");   // one planned a rep, whoever plans it
        session.HasIndex(s => new { s.OrganizationId, s.RepId, s.ClosedAt });                         // a rep's past ones, and the last held
        session.HasIndex(s => new { s.OrganizationId, s.ManagerId, s.ClosedAt });                     // those a manager took part in
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("agenda_items");
        item.HasKey(i => new { i.OrganizationId, i.Id });
        item.Property(i => i.Text).HasMaxLength(AgendaItem.TextMaxLength);
        item.Property(i => i.SourceKey).HasMaxLength(AgendaSource.KeyMaxLength);
        item.Ignore(i => i.Source);
        item.HasOne<Person>().WithMany().HasForeignKey(i => new { i.OrganizationId, i.RepId }).OnDelete(DeleteBehavior.Cascade);
        item.HasIndex(i => new { i.OrganizationId, i.RepId, i.RaisedAt }).HasFilter("settled_at is null");   // the agenda
        item.HasIndex(i => new { i.OrganizationId, i.SettledIn });                                            // what a session talked about
        item.HasIndex(i => new { i.OrganizationId, i.RepId, i.SourceKind, i.SourceKey });                     // nothing is raised twice
    }
}

internal sealed class SealedNoteConfiguration : IEntityTypeConfiguration<SealedNote>
{
    public void Configure(EntityTypeBuilder<SealedNote> note)
    {
        note.ToTable("sealed_notes");
        note.HasKey(n => new { n.OrganizationId, n.SessionId, n.PersonId });
        note.HasOne<CoachingSession>().WithMany().HasForeignKey(n => new { n.OrganizationId, n.SessionId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CoachingPromiseConfiguration : IEntityTypeConfiguration<CoachingPromise>
{
    public void Configure(EntityTypeBuilder<CoachingPromise> promise)
    {
        // Named before reps promised too; under another name an older instance would not find it during an upgrade.
        promise.ToTable("manager_promises");
        promise.HasKey(p => new { p.OrganizationId, p.Id });
        promise.Property(p => p.Text).HasMaxLength(CoachingPromise.TextMaxLength);
        promise.Property(p => p.AskedReason).HasMaxLength(CoachingPromise.ReasonMaxLength);
        promise.HasIndex(p => new { p.OrganizationId, p.ClosesOn }).HasFilter("state = 1");              // what the clock has closed
        promise.HasIndex(p => new { p.OrganizationId, p.RepId }).HasFilter("state = 1");                 // what a rep waits for or owes
        promise.HasIndex(p => new { p.OrganizationId, p.ManagerId, p.ClosedOn });                        // how a manager kept their word
        promise.HasIndex(p => new { p.OrganizationId, p.RepId, p.ClosedOn });                            // how a rep kept theirs
        promise.HasIndex(p => new { p.OrganizationId, p.SessionId });                                    // what was agreed in a session
    }
}
