using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class CountByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "week",
                table: "rep_tallies",
                newName: "day");

            migrationBuilder.AddColumn<int>(
                name: "confirmed",
                table: "rep_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "confirmed_missed",
                table: "rep_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "planned_closed",
                table: "rep_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reported",
                table: "rep_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reported_missed",
                table: "rep_tallies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // A week does not say on which of its days something happened, so every day is counted from what was logged. Beneath forced
            // row-level security the owner of the tables would see no row; no rep's figures change, so no stamp either.
            migrationBuilder.Sql("""
                alter table rep_tallies no force row level security;
                alter table touchpoints no force row level security;
                alter table trust_breakers no force row level security;
                alter table promises no force row level security;
                alter table promise_turns no force row level security;
                alter table rep_tallies disable trigger rep_tallies_stamp_rep;
                delete from rep_tallies;
                with encounters as (
                    select organization_id, rep_id, day, count(*) filter (where outcome <> 0) as touchpoints,
                           count(*) filter (where outcome = 4) as contact_only,
                           count(*) filter (where outcome in (1, 2, 3) and expectation is not null) as expectations_named,
                           count(*) filter (where outcome = 1) as missed, count(*) filter (where outcome = 2) as met, count(*) filter (where outcome = 3) as exceeded,
                           count(*) filter (where planned and outcome <> 0) as planned_closed,
                           count(*) filter (where outcome in (1, 2, 3) and level = 3) as confirmed, count(*) filter (where outcome = 1 and level = 3) as confirmed_missed,
                           count(*) filter (where outcome in (1, 2, 3) and level = 1) as reported, count(*) filter (where outcome = 1 and level = 1) as reported_missed
                      from touchpoints where voided_at is null group by 1, 2, 3),
                slips as (
                    select t.organization_id, t.rep_id, t.day, count(*) filter (where b.kind = 5) as broken,
                           count(*) filter (where b.kind = 1) as late, count(*) filter (where b.kind = 2) as exaggeration,
                           count(*) filter (where b.kind = 3) as gossip, count(*) filter (where b.kind = 4) as lies
                      from trust_breakers b join touchpoints t on t.organization_id = b.organization_id and t.id = b.touchpoint_id
                     where t.voided_at is null group by 1, 2, 3),
                closings as (
                    select p.organization_id, p.rep_id, u.day, count(*) filter (where u.kind in (1, 2)) as kept,
                           count(*) filter (where u.kind = 3) as kept_late, count(*) filter (where u.kind in (4, 5)) as broken
                      from promise_turns u join promises p on p.organization_id = u.organization_id and p.id = u.promise_id
                     where u.undone_at is null and p.direction = 1 group by 1, 2, 3)
                insert into rep_tallies (organization_id, rep_id, day, touchpoints, contact_only, expectations_named, missed, met, exceeded,
                       planned_closed, confirmed, confirmed_missed, reported, reported_missed,
                       promises_kept, promises_kept_late, promises_broken, late, exaggeration, gossip, lies)
                select organization_id, rep_id, day, coalesce(e.touchpoints, 0), coalesce(e.contact_only, 0), coalesce(e.expectations_named, 0),
                       coalesce(e.missed, 0), coalesce(e.met, 0), coalesce(e.exceeded, 0),
                       coalesce(e.planned_closed, 0), coalesce(e.confirmed, 0), coalesce(e.confirmed_missed, 0), coalesce(e.reported, 0), coalesce(e.reported_missed, 0),
                       coalesce(c.kept, 0), coalesce(c.kept_late, 0), coalesce(c.broken, 0) + coalesce(s.broken, 0),
                       coalesce(s.late, 0), coalesce(s.exaggeration, 0), coalesce(s.gossip, 0), coalesce(s.lies, 0)
                  from encounters e full join slips s using (organization_id, rep_id, day) full join closings c using (organization_id, rep_id, day);
                alter table rep_tallies enable trigger rep_tallies_stamp_rep;
                alter table rep_tallies force row level security;
                alter table touchpoints force row level security;
                alter table trust_breakers force row level security;
                alter table promises force row level security;
                alter table promise_turns force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "confirmed",
                table: "rep_tallies");

            migrationBuilder.DropColumn(
                name: "confirmed_missed",
                table: "rep_tallies");

            migrationBuilder.DropColumn(
                name: "planned_closed",
                table: "rep_tallies");

            migrationBuilder.DropColumn(
                name: "reported",
                table: "rep_tallies");

            migrationBuilder.DropColumn(
                name: "reported_missed",
                table: "rep_tallies");

            migrationBuilder.RenameColumn(
                name: "day",
                table: "rep_tallies",
                newName: "week");

            migrationBuilder.Sql("""
                alter table rep_tallies no force row level security;
                alter table rep_tallies disable trigger rep_tallies_stamp_rep;
                create temp table weeks on commit drop as
                    select organization_id, rep_id, date_trunc('week', week::timestamp)::date as week, sum(touchpoints) as touchpoints,
                           sum(contact_only) as contact_only, sum(expectations_named) as expectations_named, sum(missed) as missed, sum(met) as met,
                           sum(exceeded) as exceeded, sum(promises_kept) as promises_kept, sum(promises_kept_late) as promises_kept_late,
                           sum(promises_broken) as promises_broken, sum(late) as late, sum(exaggeration) as exaggeration, sum(gossip) as gossip, sum(lies) as lies
                      from rep_tallies group by 1, 2, 3;
                delete from rep_tallies;
                insert into rep_tallies (organization_id, rep_id, week, touchpoints, contact_only, expectations_named, missed, met, exceeded,
                       promises_kept, promises_kept_late, promises_broken, late, exaggeration, gossip, lies)
                select organization_id, rep_id, week, touchpoints, contact_only, expectations_named, missed, met, exceeded,
                       promises_kept, promises_kept_late, promises_broken, late, exaggeration, gossip, lies from weeks;
                alter table rep_tallies enable trigger rep_tallies_stamp_rep;
                alter table rep_tallies force row level security;
                """);
        }
    }
}
