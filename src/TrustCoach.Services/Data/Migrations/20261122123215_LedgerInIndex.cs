using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class LedgerInIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ledger_organization_id_relationship_id_day_id",
                table: "ledger");

            migrationBuilder.AlterTable(
                name: "ledger")
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", "0.02");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_organization_id_relationship_id_day_id",
                table: "ledger",
                columns: new[] { "organization_id", "relationship_id", "day", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "kind", "severity", "ref_id", "level", "owned_up", "trait", "started_on_time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ledger_organization_id_relationship_id_day_id",
                table: "ledger");

            migrationBuilder.AlterTable(
                name: "ledger")
                .OldAnnotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", "0.02");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_organization_id_relationship_id_day_id",
                table: "ledger",
                columns: new[] { "organization_id", "relationship_id", "day", "id" });
        }
    }
}
