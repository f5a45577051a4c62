using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Intake.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Delivery = table.Column<byte[]>(type: "varbinary(24)", maxLength: 24, nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    HasWords = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedUtc = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<byte[]>(type: "varbinary(512)", maxLength: 512, nullable: true),
                    Secrets = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: true),
                    AskedUtc = table.Column<long>(type: "bigint", nullable: true),
                    HeardUtc = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_DataKeyId",
                table: "Evidence",
                column: "DataKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Delivery",
                table: "Evidence",
                column: "Delivery");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileName",
                table: "Evidence",
                column: "FileName");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evidence");
        }
    }
}
