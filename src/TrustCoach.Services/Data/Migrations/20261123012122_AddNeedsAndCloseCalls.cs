using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddNeedsAndCloseCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "close_calls",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    relationship_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_close_calls", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_close_calls_people_organization_id_person_id",
                        columns: x => new { x.organization_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_close_calls_relationships_organization_id_relationship_id",
                        columns: x => new { x.organization_id, x.relationship_id },
                        principalTable: "relationships",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "times_of_need",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_times_of_need", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_times_of_need_customers_organization_id_customer_id",
                        columns: x => new { x.organization_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_close_calls_organization_id_person_id_day",
                table: "close_calls",
                columns: new[] { "organization_id", "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_close_calls_organization_id_relationship_id",
                table: "close_calls",
                columns: new[] { "organization_id", "relationship_id" });

            migrationBuilder.CreateIndex(
                name: "ix_times_of_need_organization_id_customer_id",
                table: "times_of_need",
                columns: new[] { "organization_id", "customer_id" },
                unique: true,
                filter: "over_at is null and withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_times_of_need_organization_id_customer_id_started_at",
                table: "times_of_need",
                columns: new[] { "organization_id", "customer_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_times_of_need_organization_id_day",
                table: "times_of_need",
                columns: new[] { "organization_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "close_calls");

            migrationBuilder.DropTable(
                name: "times_of_need");
        }
    }
}
