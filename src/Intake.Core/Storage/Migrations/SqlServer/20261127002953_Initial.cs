using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Intake.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    ConversationKey = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedUtc = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => new { x.ConversationKey, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Memo = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Address = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    LastDelivery = table.Column<byte[]>(type: "varbinary(24)", maxLength: 24, nullable: false),
                    LastActivity = table.Column<int>(type: "int", nullable: false),
                    TimeoutUtc = table.Column<long>(type: "bigint", nullable: true),
                    SignalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DataKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "binary(24)", fixedLength: true, maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Lane = table.Column<int>(type: "int", nullable: false),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RoutingKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CreatedUtc = table.Column<long>(type: "bigint", nullable: false),
                    DueUtc = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignalProgress",
                columns: table => new
                {
                    SignalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    OccurredUtc = table.Column<long>(type: "bigint", nullable: false),
                    NextDueUtc = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignalProgress", x => x.SignalId);
                });

            migrationBuilder.CreateTable(
                name: "Signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Urgency = table.Column<int>(type: "int", nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    PlaceCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Incomplete = table.Column<bool>(type: "bit", nullable: false),
                    Unparsed = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedUtc = table.Column<long>(type: "bigint", nullable: false),
                    ChangedUtc = table.Column<long>(type: "bigint", nullable: false),
                    FirstLookDueUtc = table.Column<long>(type: "bigint", nullable: false),
                    AssignedDueUtc = table.Column<long>(type: "bigint", nullable: false),
                    VisitDueUtc = table.Column<long>(type: "bigint", nullable: true),
                    CloseDueUtc = table.Column<long>(type: "bigint", nullable: false),
                    ConversationKey = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Unparsed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SignalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DataKeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceivedUtc = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Unparsed", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_TimeoutUtc",
                table: "Conversations",
                column: "TimeoutUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Lane_DueUtc",
                table: "Outbox",
                columns: new[] { "Lane", "DueUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Reference",
                table: "Signals",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Unparsed_SignalId",
                table: "Unparsed",
                column: "SignalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "DataKeys");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "SignalProgress");

            migrationBuilder.DropTable(
                name: "Signals");

            migrationBuilder.DropTable(
                name: "Unparsed");
        }
    }
}
