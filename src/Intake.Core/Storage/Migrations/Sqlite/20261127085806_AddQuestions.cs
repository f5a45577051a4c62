using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Intake.Storage.Migrations.Sqlite
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
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    SignalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessCodes", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    AskedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PushedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Bar = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: true)
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
