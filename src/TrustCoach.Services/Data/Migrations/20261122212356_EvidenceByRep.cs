using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceByRep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_ledger_organization_id_rep_id_day_id",
                table: "ledger",
                columns: new[] { "organization_id", "rep_id", "day", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "kind", "level", "owned_up", "trait", "started_on_time", "missed_units" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ledger_organization_id_rep_id_day_id",
                table: "ledger");
        }
    }
}
