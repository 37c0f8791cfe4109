using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class CoachingSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "asked_day",
                table: "manager_promises",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asked_reason",
                table: "manager_promises",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "by_rep",
                table: "manager_promises",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "renegotiations",
                table: "manager_promises",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                table: "manager_promises",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text",
                table: "manager_promises",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agenda_items",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source_kind = table.Column<short>(type: "smallint", nullable: false),
                    source_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    settled_in = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_agenda_items_people_organization_id_rep_id",
                        columns: x => new { x.organization_id, x.rep_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coaching_sessions",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: false),
                    former_manager_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    every_weeks = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    went_well = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_hard = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    wanted = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    words_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words_version = table.Column<int>(type: "integer", nullable: false),
                    shared_note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    shared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    shared_version = table.Column<int>(type: "integer", nullable: false),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reply = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coaching_sessions", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_coaching_sessions_people_organization_id_rep_id",
                        columns: x => new { x.organization_id, x.rep_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_notes",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_notes", x => new { x.organization_id, x.session_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_sealed_notes_coaching_sessions_organization_id_session_id",
                        columns: x => new { x.organization_id, x.session_id },
                        principalTable: "coaching_sessions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_manager_promises_organization_id_rep_id_closed_on",
                table: "manager_promises",
                columns: new[] { "organization_id", "rep_id", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_manager_promises_organization_id_session_id",
                table: "manager_promises",
                columns: new[] { "organization_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_organization_id_rep_id_raised_at",
                table: "agenda_items",
                columns: new[] { "organization_id", "rep_id", "raised_at" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_organization_id_rep_id_source_kind_source_key",
                table: "agenda_items",
                columns: new[] { "organization_id", "rep_id", "source_kind", "source_key" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_organization_id_settled_in",
                table: "agenda_items",
                columns: new[] { "organization_id", "settled_in" });

            migrationBuilder.CreateIndex(
                name: "ix_coaching_sessions_organization_id_manager_id_closed_at",
                table: "coaching_sessions",
                columns: new[] { "organization_id", "manager_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_coaching_sessions_organization_id_rep_id",
                table: "coaching_sessions",
                columns: new[] { "organization_id", "rep_id" },
                unique: true,
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_coaching_sessions_organization_id_rep_id_closed_at",
                table: "coaching_sessions",
                columns: new[] { "organization_id", "rep_id", "closed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_items");

            migrationBuilder.DropTable(
                name: "sealed_notes");

            migrationBuilder.DropTable(
                name: "coaching_sessions");

            migrationBuilder.DropIndex(
                name: "ix_manager_promises_organization_id_rep_id_closed_on",
                table: "manager_promises");

            migrationBuilder.DropIndex(
                name: "ix_manager_promises_organization_id_session_id",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "asked_day",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "asked_reason",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "by_rep",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "renegotiations",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "session_id",
                table: "manager_promises");

            migrationBuilder.DropColumn(
                name: "text",
                table: "manager_promises");
        }
    }
}
