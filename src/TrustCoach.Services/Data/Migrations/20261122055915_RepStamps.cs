using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class RepStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rep_stamps",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_by = table.Column<ulong>(type: "xid8", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rep_stamps", x => new { x.organization_id, x.rep_id });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            // At the end of the transaction, so that whoever logs for the same rep waits for one commit and never for a lock in between.
            migrationBuilder.Sql("""
                create function stamp_rep() returns trigger language plpgsql as $$
                declare
                  changed record := case when tg_op = 'DELETE' then old else new end;
                begin
                  -- A bulk of rows asks again and again; to look is cheaper than to lock.
                  if not exists (select from rep_stamps s where s.organization_id = changed.organization_id and s.rep_id = changed.rep_id
                                    and s.changed_by = pg_current_xact_id()) then
                    insert into rep_stamps (organization_id, rep_id, changed_by)
                    values (changed.organization_id, changed.rep_id, pg_current_xact_id())
                    on conflict (organization_id, rep_id) do update set changed_by = excluded.changed_by;
                  end if;
                  return null;
                end $$;
                create constraint trigger standings_stamp_rep after insert or update or delete on standings
                  deferrable initially deferred for each row execute function stamp_rep();
                -- A tally or a point goes only with its rep.
                create constraint trigger rep_tallies_stamp_rep after insert or update on rep_tallies
                  deferrable initially deferred for each row execute function stamp_rep();
                create constraint trigger rep_weeks_stamp_rep after insert or update on rep_weeks
                  deferrable initially deferred for each row execute function stamp_rep();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger standings_stamp_rep on standings;
                drop trigger rep_tallies_stamp_rep on rep_tallies;
                drop trigger rep_weeks_stamp_rep on rep_weeks;
                drop function stamp_rep();
                """);
            migrationBuilder.DropTable(
                name: "rep_stamps");
        }
    }
}
