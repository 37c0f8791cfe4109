using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddRepairPlansAndHabits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "habit_trials",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    habit = table.Column<short>(type: "smallint", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habit_trials", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_habit_trials_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repair_plans",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    change = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    promise_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    check_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    give_up_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repair_plans", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_repair_plans_relationships_organization_id_relationship_id",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_habit_trials_organization_id_person_id_started_on",
                table: "habit_trials",
                columns: new[] { "organization_id", "person_id", "started_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_repair_plans_organization_id_entry_id",
                table: "repair_plans",
                columns: new[] { "organization_id", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_repair_plans_organization_id_relationship_id",
                table: "repair_plans",
                columns: new[] { "organization_id", "relationship_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "habit_trials");

            migrationBuilder.DropTable(
                name: "repair_plans");
        }
    }
}
