using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class CancelRuleVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cancelled_at",
                table: "rule_versions",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "cancelled_at",
                table: "rule_versions");
        }
    }
}
