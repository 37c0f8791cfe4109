using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddRuleDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "in_force_from",
                table: "rule_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "rule_versions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "rule_versions",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "next_rules_version",
                table: "organizations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rule_drafts",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_drafts", x => x.organization_id);
                });

            migrationBuilder.CreateTable(
                name: "rule_jobs",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    rules_version = table.Column<int>(type: "integer", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    last_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_jobs", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "rule_preview_rows",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credibility_before = table.Column<double>(type: "double precision", nullable: false),
                    credibility_after = table.Column<double>(type: "double precision", nullable: false),
                    trust_before = table.Column<double>(type: "double precision", nullable: false),
                    trust_after = table.Column<double>(type: "double precision", nullable: false),
                    move = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_preview_rows", x => new { x.organization_id, x.job_id, x.relationship_id });
                    table.ForeignKey(
                        name: "fk_rule_preview_rows_rule_jobs_organization_id_job_id",
                        columns: x => new { x.organization_id, x.job_id },
                        principalTable: "rule_jobs",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rule_jobs_organization_id_kind",
                table: "rule_jobs",
                columns: new[] { "organization_id", "kind" },
                unique: true,
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_rule_preview_rows_organization_id_rep_id",
                table: "rule_preview_rows",
                columns: new[] { "organization_id", "rep_id" });

            // Beneath forced row-level security the owner of the tables would see no row.
            migrationBuilder.Sql("""
                alter table rule_versions no force row level security;
                update rule_versions set title = 'The rules at the start', in_force_from = published_at;
                alter table rule_versions force row level security;
                """);

            // Numbers on their way: unlogged, because losing them in a crash costs only the time to fold them again. A column that
            // standings gets later has to be added here too; a test compares the two.
            migrationBuilder.Sql("""
                create unlogged table standings_next (like standings including defaults, based_on xid not null, primary key (organization_id, relationship_id));
                create unlogged table ledger_units_next (
                  organization_id uuid not null, id uuid not null, relationship_id uuid not null,
                  kept_units double precision not null, missed_units double precision not null, primary key (organization_id, id));
                create index ix_ledger_units_next_organization_id_relationship_id on ledger_units_next (organization_id, relationship_id);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table standings_next; drop table ledger_units_next;");

            migrationBuilder.DropTable(
                name: "rule_drafts");

            migrationBuilder.DropTable(
                name: "rule_preview_rows");

            migrationBuilder.DropTable(
                name: "rule_jobs");

            migrationBuilder.DropColumn(
                name: "in_force_from",
                table: "rule_versions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "rule_versions");

            migrationBuilder.DropColumn(
                name: "title",
                table: "rule_versions");

            migrationBuilder.DropColumn(
                name: "next_rules_version",
                table: "organizations");
        }
    }
}
