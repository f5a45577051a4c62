using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Routing.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AlertAddresses",
                columns: table => new
                {
                    StaffId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ConfirmedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    LinkUntilUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    WrongCodes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertAddresses", x => new { x.StaffId, x.Way });
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AlertId = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    UnitCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAttemptUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseUntilUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SentUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AlertAddresses_LinkHash",
                table: "AlertAddresses",
                column: "LinkHash");

            migrationBuilder.CreateIndex(
                name: "IX_AlertAddresses_Way_Address",
                table: "AlertAddresses",
                columns: new[] { "Way", "Address" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_AlertId",
                table: "Alerts",
                column: "AlertId");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_ItemId_Round",
                table: "Alerts",
                columns: new[] { "ItemId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Recipient_Status",
                table: "Alerts",
                columns: new[] { "Recipient", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Status_Way_NextAttemptUtc",
                table: "Alerts",
                columns: new[] { "Status", "Way", "NextAttemptUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertAddresses");

            migrationBuilder.DropTable(
                name: "Alerts");
        }
    }
}
