using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Intake.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessCodes",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SignalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedUtc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessCodes", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SignalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: true),
                    AskedUtc = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    PushedUtc = table.Column<long>(type: "bigint", nullable: true),
                    ReadUtc = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredUtc = table.Column<long>(type: "bigint", nullable: true),
                    ReturnedUtc = table.Column<long>(type: "bigint", nullable: true),
                    Bar = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Answer = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessCodes_SignalId",
                table: "AccessCodes",
                column: "SignalId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_SignalId",
                table: "Questions",
                column: "SignalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessCodes");

            migrationBuilder.DropTable(
                name: "Questions");
        }
    }
}
