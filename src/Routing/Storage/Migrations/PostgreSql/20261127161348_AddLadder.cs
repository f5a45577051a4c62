using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Routing.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddLadder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Drills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    BegunUtc = table.Column<long>(type: "bigint", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    AlertId = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    AnsweredUtc = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LadderSteps",
                columns: table => new
                {
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    AtUtc = table.Column<long>(type: "bigint", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LadderSteps", x => new { x.ItemId, x.Round, x.Level });
                });

            migrationBuilder.CreateTable(
                name: "Ladders",
                columns: table => new
                {
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    BeganUtc = table.Column<long>(type: "bigint", nullable: false),
                    Urgency = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    DueUtc = table.Column<long>(type: "bigint", nullable: true),
                    HasAlerted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ladders", x => x.ItemId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drills_UnitCode_Week",
                table: "Drills",
                columns: new[] { "UnitCode", "Week" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drills_Week",
                table: "Drills",
                column: "Week");

            migrationBuilder.CreateIndex(
                name: "IX_Ladders_DueUtc",
                table: "Ladders",
                column: "DueUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Drills");

            migrationBuilder.DropTable(
                name: "LadderSteps");

            migrationBuilder.DropTable(
                name: "Ladders");
        }
    }
}
