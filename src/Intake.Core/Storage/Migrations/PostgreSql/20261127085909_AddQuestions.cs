using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Intake.Storage.Migrations.PostgreSql
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
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    SignalId = table.Column<Guid>(type: "uuid", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SignalId = table.Column<Guid>(type: "uuid", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    AskedUtc = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PushedUtc = table.Column<long>(type: "bigint", nullable: true),
                    ReadUtc = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredUtc = table.Column<long>(type: "bigint", nullable: true),
                    ReturnedUtc = table.Column<long>(type: "bigint", nullable: true),
                    Bar = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true)
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
