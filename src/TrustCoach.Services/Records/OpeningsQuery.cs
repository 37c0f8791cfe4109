using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Records;

/// <summary>Who opened which page of one's own record, and when: one statement. Nobody reads another's.</summary>
public sealed class OpeningsQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <param name="page">From 1.</param>
    public async Task<OpeningsPage> RunAsync(Actor actor, int page, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 1000);
        var (me, organization, since) = (actor.PersonId, db.Organization.Id, actor.Today(clock.GetUtcNow()).AddDays(-EvidenceOpening.KeptDays));
        // SQL, because what a page is about lies in another table for each kind of page.
        var rows = await db.Database.SqlQuery<OpeningLine>($"""
            with page as (
                select * from evidence_openings
                 where organization_id = {organization} and rep_id = {me} and day >= {since}
                 order by day desc, last_at desc, viewer_id, page, subject_id limit {OpeningsPage.Size + 1} offset {(page - 1) * OpeningsPage.Size})
            select o.day as "Day", v.name as "Viewer", o.page as "Page", o.subject_id as "SubjectId", o.first_at as "FirstAt", o.last_at as "LastAt", o.times as "Times",
                   coalesce(c.name, p.text, t.summary, t.expectation, tc.name, ec.name) as "Text", e.id as "EntryId"
              from page o
              join people v on v.organization_id = {organization} and v.id = o.viewer_id
              left join customers c on o.page in (2, 3) and c.organization_id = {organization} and c.id = o.subject_id
              left join promises p on o.page = 5 and p.organization_id = {organization} and p.id = o.subject_id
              left join touchpoints t on o.page = 4 and t.organization_id = {organization} and t.id = o.subject_id
              left join customers tc on tc.organization_id = {organization} and tc.id = t.customer_id
              left join ledger e on o.page = 10 and e.organization_id = {organization} and e.id = o.subject_id
              left join relationships er on er.organization_id = {organization} and er.id = e.relationship_id
              left join customers ec on ec.organization_id = {organization} and ec.id = er.customer_id
             order by o.day desc, o.last_at desc, o.viewer_id, o.page, o.subject_id
            """).ToListAsync(cancellation);
        return new([.. rows.Take(OpeningsPage.Size)], page, rows.Count > OpeningsPage.Size);
    }
}
