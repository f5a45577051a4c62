using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Routing.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddCaseWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CallToldUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingAskedBy",
                table: "QueueItems",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosingAskedUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FromRegionCode",
                table: "QueueItems",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FromUnitCode",
                table: "QueueItems",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlacedByStaff",
                table: "QueueItems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "MissedRound",
                table: "QueueItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OfferedBy",
                table: "QueueItems",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StepDueUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenOnUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VisitPlannedUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VisitedUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WatchUtc",
                table: "QueueItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "QueueHistory",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(24)",
                oldMaxLength: 24,
                oldNullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "StepId",
                table: "QueueHistory",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseLinks",
                columns: table => new
                {
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    SaidBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    AtUtc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseLinks", x => new { x.FirstId, x.SecondId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_QueueItems_FromRegionCode",
                table: "QueueItems",
                column: "FromRegionCode");

            migrationBuilder.CreateIndex(
                name: "IX_QueueItems_FromUnitCode",
                table: "QueueItems",
                column: "FromUnitCode");

            migrationBuilder.CreateIndex(
                name: "IX_QueueItems_Reference",
                table: "QueueItems",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_QueueItems_UnitCode_ReceivedUtc",
                table: "QueueItems",
                columns: new[] { "UnitCode", "ReceivedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_QueueItems_WatchUtc",
                table: "QueueItems",
                column: "WatchUtc");

            migrationBuilder.CreateIndex(
                name: "IX_CaseLinks_SecondId",
                table: "CaseLinks",
                column: "SecondId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseLinks");

            migrationBuilder.DropIndex(
                name: "IX_QueueItems_FromRegionCode",
                table: "QueueItems");

            migrationBuilder.DropIndex(
                name: "IX_QueueItems_FromUnitCode",
                table: "QueueItems");

            migrationBuilder.DropIndex(
                name: "IX_QueueItems_Reference",
                table: "QueueItems");

            migrationBuilder.DropIndex(
                name: "IX_QueueItems_UnitCode_ReceivedUtc",
                table: "QueueItems");

            migrationBuilder.DropIndex(
                name: "IX_QueueItems_WatchUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "CallToldUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "ClosingAskedBy",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "ClosingAskedUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "FromRegionCode",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "FromUnitCode",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "IsPlacedByStaff",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "MissedRound",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "OfferedBy",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "ReviewUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "StepDueUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "TakenOnUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "VisitPlannedUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "VisitedUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "WatchUtc",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "StepId",
                table: "QueueHistory");

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "QueueHistory",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(36)",
                oldMaxLength: 36,
                oldNullable: true);
        }
    }
}
