using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class PastDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "credibility_variance",
                table: "rep_weeks",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "trust_variance",
                table: "rep_weeks",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ledger_revisions",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    severity = table.Column<short>(type: "smallint", nullable: false),
                    ref_id = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    owned_up = table.Column<bool>(type: "boolean", nullable: false),
                    trait = table.Column<short>(type: "smallint", nullable: true),
                    started_on_time = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_revisions", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_ledger_revisions_relationships_organization_id_relationship~",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relationship_visits",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    before_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationship_visits", x => new { x.organization_id, x.person_id, x.relationship_id });
                    table.ForeignKey(
                        name: "fk_relationship_visits_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_relationship_visits_relationships_organization_id_relations~",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_revisions_organization_id_relationship_id_until",
                table: "ledger_revisions",
                columns: new[] { "organization_id", "relationship_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_relationship_visits_organization_id_relationship_id",
                table: "relationship_visits",
                columns: new[] { "organization_id", "relationship_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_revisions");

            migrationBuilder.DropTable(
                name: "relationship_visits");

            migrationBuilder.DropColumn(
                name: "credibility_variance",
                table: "rep_weeks");

            migrationBuilder.DropColumn(
                name: "trust_variance",
                table: "rep_weeks");
        }
    }
}
