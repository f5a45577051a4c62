using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Senim.Routing.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddDuty : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HeadId",
                table: "Units",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LiveSinceUtc",
                table: "Units",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DepartmentAudit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AtUtc = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    UnitCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Action = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    About = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    Substitute = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    Detail = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentAudit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DutyAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    SubstituteId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    FromUtc = table.Column<long>(type: "bigint", nullable: false),
                    ToUtc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyAbsences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DutyShifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    StaffId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    FromMinute = table.Column<int>(type: "integer", nullable: false),
                    ToMinute = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyShifts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentAudit_UnitCode_Id",
                table: "DepartmentAudit",
                columns: new[] { "UnitCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DutyAbsences_ToUtc",
                table: "DutyAbsences",
                column: "ToUtc");

            migrationBuilder.CreateIndex(
                name: "IX_DutyShifts_UnitCode",
                table: "DutyShifts",
                column: "UnitCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DepartmentAudit");

            migrationBuilder.DropTable(
                name: "DutyAbsences");

            migrationBuilder.DropTable(
                name: "DutyShifts");

            migrationBuilder.DropColumn(
                name: "HeadId",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "LiveSinceUtc",
                table: "Units");
        }
    }
}
