using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>That a text can be read says something only when words of the other databases cannot.</summary>
public sealed class WhatTheParserRefuses
{
    [Theory]
    [InlineData("""INSERT INTO "Deliveries" ("Key") VALUES (@p0) ON CONFLICT DO NOTHING""")]
    [InlineData("""INSERT OR IGNORE INTO "Deliveries" ("Key") VALUES (@p0)""")]
    [InlineData("""INSERT INTO "Outbox" ("Kind") VALUES (@p0) RETURNING "Id" """)]
    [InlineData("""SELECT "Key" FROM "Conversations" ORDER BY "TimeoutUtc" LIMIT 1""")]
    [InlineData("""SELECT "Key" FROM "Conversations" FOR UPDATE SKIP LOCKED""")]
    [InlineData("""SELECT @p0::bytea""")]
    [InlineData("""DROP TABLE "Outbox" CASCADE""")]
    [InlineData("""CREATE TABLE IF NOT EXISTS "Outbox" ("Id" bigint)""")]
    [InlineData("""PRAGMA secure_delete=ON""")]
    public void Is_what_SQLite_and_PostgreSQL_say(string text) => Assert.NotEmpty(Parsing.Errors(text));

    [Fact]
    public void Is_a_batch_that_is_wrong_after_one_that_is_right() =>
        Assert.Contains("3:", Assert.Single(Parsing.Errors("SELECT 1\nGO\nSELECT 1 LIMIT 1\nGO\n")), StringComparison.Ordinal);
}
