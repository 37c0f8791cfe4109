using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddFavoursAndSecrets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "commitment",
                table: "promises",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "commitment",
                table: "gestures",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "thanked_on",
                table: "gestures",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sealed_secrets",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_secrets", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_sealed_secrets_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sealed_secrets_organization_id_person_id",
                table: "sealed_secrets",
                columns: new[] { "organization_id", "person_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sealed_secrets");

            migrationBuilder.DropColumn(
                name: "commitment",
                table: "promises");

            migrationBuilder.DropColumn(
                name: "commitment",
                table: "gestures");

            migrationBuilder.DropColumn(
                name: "thanked_on",
                table: "gestures");
        }
    }
}
