using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddDisputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_disputes_relationships_organization_id_relationship_id",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "manager_promises",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_manager_promises", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organization_id_entry_id",
                table: "disputes",
                columns: new[] { "organization_id", "entry_id" },
                unique: true,
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organization_id_entry_id_raised_at",
                table: "disputes",
                columns: new[] { "organization_id", "entry_id", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organization_id_relationship_id",
                table: "disputes",
                columns: new[] { "organization_id", "relationship_id" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organization_id_rep_id_state",
                table: "disputes",
                columns: new[] { "organization_id", "rep_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_manager_promises_organization_id_closes_on",
                table: "manager_promises",
                columns: new[] { "organization_id", "closes_on" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_manager_promises_organization_id_manager_id_closed_on",
                table: "manager_promises",
                columns: new[] { "organization_id", "manager_id", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_manager_promises_organization_id_rep_id",
                table: "manager_promises",
                columns: new[] { "organization_id", "rep_id" },
                filter: "state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "manager_promises");
        }
    }
}
