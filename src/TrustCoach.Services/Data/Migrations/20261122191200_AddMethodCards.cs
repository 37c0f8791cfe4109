using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMethodCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "card_id",
                table: "touchpoints",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "steps",
                table: "touchpoints",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "they_started",
                table: "touchpoints",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "method_cards",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_method_cards", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_method_cards_teams_organization_id_team_id",
                        columns: x => new { x.organization_id, x.team_id },
                        principalTable: "teams",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_organization_id_relationship_id_happened_at",
                table: "touchpoints",
                columns: new[] { "organization_id", "relationship_id", "happened_at" },
                filter: "they_started");

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_organization_id_rep_id_relationship_id",
                table: "touchpoints",
                columns: new[] { "organization_id", "rep_id", "relationship_id" },
                filter: "steps is not null");

            migrationBuilder.CreateIndex(
                name: "ix_method_cards_organization_id_team_id_number",
                table: "method_cards",
                columns: new[] { "organization_id", "team_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "method_cards");

            migrationBuilder.DropIndex(
                name: "ix_touchpoints_organization_id_relationship_id_happened_at",
                table: "touchpoints");

            migrationBuilder.DropIndex(
                name: "ix_touchpoints_organization_id_rep_id_relationship_id",
                table: "touchpoints");

            migrationBuilder.DropColumn(
                name: "card_id",
                table: "touchpoints");

            migrationBuilder.DropColumn(
                name: "steps",
                table: "touchpoints");

            migrationBuilder.DropColumn(
                name: "they_started",
                table: "touchpoints");
        }
    }
}
