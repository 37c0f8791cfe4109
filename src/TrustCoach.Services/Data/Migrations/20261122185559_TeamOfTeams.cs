using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class TeamOfTeams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "part_of_id",
                table: "teams",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "path",
                table: "teams",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            // Every team stands alone so far. Beneath forced row-level security the owner of the table would see no row.
            migrationBuilder.Sql("""
                alter table teams no force row level security;
                update teams set path = array[id];
                alter table teams force row level security;
                alter table teams alter column path drop default;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_teams_organization_id_part_of_id",
                table: "teams",
                columns: new[] { "organization_id", "part_of_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_teams_teams_organization_id_part_of_id",
                table: "teams",
                columns: new[] { "organization_id", "part_of_id" },
                principalTable: "teams",
                principalColumns: new[] { "organization_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_teams_teams_organization_id_part_of_id",
                table: "teams");

            migrationBuilder.DropIndex(
                name: "ix_teams_organization_id_part_of_id",
                table: "teams");

            migrationBuilder.DropColumn(
                name: "part_of_id",
                table: "teams");

            migrationBuilder.DropColumn(
                name: "path",
                table: "teams");
        }
    }
}
