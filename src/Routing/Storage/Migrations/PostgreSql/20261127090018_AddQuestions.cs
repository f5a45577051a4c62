using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Senim.Routing.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "QuestionsVersion",
                table: "QueueItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UnreadQuestions",
                table: "QueueItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "QuestionsVersion",
                table: "QueueItems");

            migrationBuilder.DropColumn(
                name: "UnreadQuestions",
                table: "QueueItems");
        }
    }
}
