using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class RisksAndOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fears",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    noted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    promise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    touchpoint_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fears", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_fears_customers_organization_id_customer_id",
                        columns: x => new { x.organization_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "opportunities",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    stage = table.Column<short>(type: "smallint", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    offered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_step_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<short>(type: "smallint", nullable: true),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    offer_relationship_id = table.Column<Guid>(type: "uuid", nullable: true),
                    offer_credibility = table.Column<double>(type: "double precision", nullable: true),
                    offer_half_band = table.Column<double>(type: "double precision", nullable: true),
                    offer_settled = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opportunities", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_opportunities_relationships_organization_id_relationship_id",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "self_checks",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_checks", x => new { x.organization_id, x.person_id, x.relationship_id });
                    table.ForeignKey(
                        name: "fk_self_checks_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_self_checks_relationships_organization_id_relationship_id",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fears_organization_id_customer_id_noted_on",
                table: "fears",
                columns: new[] { "organization_id", "customer_id", "noted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_organization_id_customer_id_last_step_on",
                table: "opportunities",
                columns: new[] { "organization_id", "customer_id", "last_step_on" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_organization_id_offered_on",
                table: "opportunities",
                columns: new[] { "organization_id", "offered_on" },
                filter: "offered_on is not null and not offer_settled");

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_organization_id_relationship_id",
                table: "opportunities",
                columns: new[] { "organization_id", "relationship_id" });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_organization_id_rep_id_last_step_on_id",
                table: "opportunities",
                columns: new[] { "organization_id", "rep_id", "last_step_on", "id" },
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_self_checks_organization_id_relationship_id",
                table: "self_checks",
                columns: new[] { "organization_id", "relationship_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fears");

            migrationBuilder.DropTable(
                name: "opportunities");

            migrationBuilder.DropTable(
                name: "self_checks");
        }
    }
}
