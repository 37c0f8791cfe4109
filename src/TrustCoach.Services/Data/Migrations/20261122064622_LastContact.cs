using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class LastContact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_contact_at",
                table: "standings",
                type: "timestamp with time zone",
                nullable: true);

            // Beneath forced row-level security the owner of the tables would see no row. Nobody's numbers change, so no stamp either.
            migrationBuilder.Sql("""
                alter table standings no force row level security;
                alter table touchpoints no force row level security;
                alter table standings disable trigger standings_stamp_rep;
                update standings s set last_contact_at = met.at
                  from (select organization_id, relationship_id, max(happened_at) as at
                          from touchpoints where outcome <> 0 and voided_at is null group by organization_id, relationship_id) met
                 where met.organization_id = s.organization_id and met.relationship_id = s.relationship_id;
                alter table standings enable trigger standings_stamp_rep;
                alter table standings force row level security;
                alter table touchpoints force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_contact_at",
                table: "standings");
        }
    }
}
