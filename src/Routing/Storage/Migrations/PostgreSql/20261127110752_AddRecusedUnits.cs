using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Routing.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddRecusedUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Recused",
                table: "QueueItems",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RecusedUnitCode",
                table: "QueueItems",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Recused",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "RecusedUnitCode",
                table: "QueueItems");
        }
    }
}
