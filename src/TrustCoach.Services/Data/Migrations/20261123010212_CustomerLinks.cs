using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrustCoach.Services.Data.Migrations
{
    /// <inheritdoc />
    public partial class CustomerLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customer_links",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    from_customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_links", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_customer_links_customers_organization_id_from_customer_id",
                        columns: x => new { x.organization_id, x.from_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_customer_links_customers_organization_id_to_customer_id",
                        columns: x => new { x.organization_id, x.to_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_customer_links_organization_id_from_customer_id_to_customer~",
                table: "customer_links",
                columns: new[] { "organization_id", "from_customer_id", "to_customer_id", "kind", "from_contact_id", "to_contact_id" },
                unique: true,
                filter: "removed_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_customer_links_organization_id_to_customer_id",
                table: "customer_links",
                columns: new[] { "organization_id", "to_customer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_links");
        }
    }
}
