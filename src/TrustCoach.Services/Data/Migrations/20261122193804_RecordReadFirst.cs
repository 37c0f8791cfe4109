using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class RecordReadFirst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "news_at",
                table: "ledger",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "news_by",
                table: "ledger",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "evidence_openings",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    viewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_openings", x => new { x.organization_id, x.rep_id, x.day, x.viewer_id, x.page, x.subject_id });
                    table.ForeignKey(
                        name: "fk_evidence_openings_people_organization_id_rep_id",
                        columns: x => new { x.organization_id, x.rep_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_seen",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_up_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_seen", x => new { x.organization_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_record_seen_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_organization_id_rep_id_news_at",
                table: "ledger",
                columns: new[] { "organization_id", "rep_id", "news_at" },
                filter: "news_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence_openings");

            migrationBuilder.DropTable(
                name: "record_seen");

            migrationBuilder.DropIndex(
                name: "ix_ledger_organization_id_rep_id_news_at",
                table: "ledger");

            migrationBuilder.DropColumn(
                name: "news_at",
                table: "ledger");

            migrationBuilder.DropColumn(
                name: "news_by",
                table: "ledger");
        }
    }
}
