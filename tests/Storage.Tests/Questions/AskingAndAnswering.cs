using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Questions;

public sealed class AskingAndAnswering
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_question_is_kept_sealed_and_laid_down_once(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (turn, signal, _) = await SignalAsync(world);
        var question = new NewQuestion(Guid.CreateVersion7(), QuestionCodes.Own, Intake.Language.Kk, Rows.Words);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Asking(world).AskAsync(signal, question, "officer", default)));

        Assert.All(outcomes, outcome => Assert.Equal(AskOutcome.Asked, outcome));
        var listed = Assert.Single(await Asking(world).ListAsync(signal, default));
        Assert.Equal((question.Id, QuestionState.Waiting, "officer", (string?)null), (listed.Id, listed.State, listed.AskedBy, listed.Bar));
        Assert.Contains(Rows.Words, listed.Bubble, StringComparison.Ordinal);
        await using var db = world.OpenIntake();
        Assert.Equal(-1, (await db.Questions.SingleAsync()).Content.AsSpan().IndexOf(Rows.Sealed("Hara")));
        var owed = await db.Outbox.OrderBy(row => row.Id).ToListAsync();
        Assert.Equal([OutboxKind.Event, OutboxKind.Question], owed.Select(row => row.Kind).Order());
        Assert.All(owed, row => Assert.DoesNotContain("Hara", row.Body, StringComparison.Ordinal));
        var found = await world.Get<IAskedQuestions>().FindAsync(question.Id, default);
        Assert.Equal((Rows.Words, ConversationKey.FromBytes(turn.Conversation.Key)), (found!.Text, found.Conversation));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_a_turn_knows_of_a_question_is_written_with_it(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (turn, signal, key) = await SignalAsync(world);
        var question = new NewQuestion(Guid.CreateVersion7(), QuestionCodes.School, Intake.Language.Kk, null);
        await Asking(world).AskAsync(signal, question, "officer", default);
        var write = Rows.Question(question.Id) with { Answer = QuestionRows.SealAnswer(key, question.Id, new QuestionAnswer(["no"], Rows.Words)) };

        // A turn that has no effect has none here either.
        var stale = Rows.Next(turn, 5, row => row.Version = 9) with { Questions = [write] };
        Assert.Equal([new TurnOutcome.Stale()], await world.Turns.CommitAsync([stale], [], default));
        Assert.Equal(QuestionState.Waiting, Assert.Single(await Asking(world).ListAsync(signal, default)).State);

        Assert.Equal([new TurnOutcome.Committed()], await world.Turns.CommitAsync([Rows.Next(turn, 6) with { Questions = [write] }], [], default));
        var listed = Assert.Single(await Asking(world).ListAsync(signal, default));
        Assert.Equal((QuestionState.Answered, QuestionBars.NoConsent), (listed.State, listed.Bar));
        Assert.Equal((Rows.Morning, Rows.Morning.AddMinutes(1), Rows.Morning.AddMinutes(2), (DateTime?)null), (listed.PushedUtc, listed.ReadUtc, listed.AnsweredUtc, listed.ReturnedUtc));
        Assert.Equal(("no", Rows.Words), (Assert.Single(listed.Answer!.Choices), listed.Answer.Text));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task No_more_than_a_few_wait_at_once_and_nothing_is_asked_about_what_is_erased(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (turn, signal, _) = await SignalAsync(world);
        for (var i = 0; i < QuestionStore.MostOpen; i++)
            Assert.Equal(AskOutcome.Asked, await Asking(world).AskAsync(signal, New(), "officer", default));

        Assert.Equal(AskOutcome.TooMany, await Asking(world).AskAsync(signal, New(), "officer", default));
        await world.Turns.CommitAsync([Rows.Next(turn, 7) with { DestroyedDataKey = turn.Conversation.DataKeyId }], [], default);
        Assert.Equal(AskOutcome.Absent, await Asking(world).AskAsync(signal, New(), "officer", default));
        Assert.Equal(AskOutcome.Absent, await Asking(world).AskAsync(new SignalId(Guid.NewGuid()), New(), "officer", default));
        Assert.Empty(await Asking(world).ListAsync(signal, default));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_code_opens_its_signal_until_there_is_another(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (turn, signal, key) = await SignalAsync(world);
        await Asking(world).AskAsync(signal, new NewQuestion(Guid.CreateVersion7(), QuestionCodes.Own, Intake.Language.Kk, Rows.Words), "officer", default);
        var blind = world.Get<BlindIndex>();
        var cases = world.Get<ICaseLookup>();
        AccessCodeRow Code(string digits) => new() { Hash = blind.AccessCode(digits), SignalId = signal.Value, CreatedUtc = Rows.Morning };

        var first = Rows.Next(turn, 8) with { NewCode = Code("1111111111111112") };
        await world.Turns.CommitAsync([first], [], default);
        var opened = await cases.FindByCodeAsync("1111111111111112", default);
        Assert.Equal((signal, key.Id, Rows.Words), (opened!.Signal, opened.Key.Id, Assert.Single(opened.Questions).Text));
        Assert.Null(opened.Progress);
        Assert.Null(await cases.FindByCodeAsync("1111111111111113", default));

        var second = Rows.Next(first, 9) with { NewCode = Code("1111111111111113") };
        await world.Turns.CommitAsync([second], [], default);
        Assert.Null(await cases.FindByCodeAsync("1111111111111112", default));
        Assert.Equal(signal, (await cases.FindByCodeAsync("1111111111111113", default))!.Signal);
        await using (var db = world.OpenIntake())
            Assert.DoesNotContain("1111111111111113", Convert.ToHexString((await db.AccessCodes.SingleAsync()).Hash), StringComparison.Ordinal);

        await world.Turns.CommitAsync([Rows.Next(second, 10) with { DropsCodesOf = signal.Value }], [], default);
        Assert.Null(await cases.FindByCodeAsync("1111111111111113", default));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Once_the_key_is_destroyed_no_row_is_left_of_what_was_asked_and_of_the_code(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (erased, signal, key) = await SignalAsync(world);
        var (kept, other, _) = await SignalAsync(world, conversation: 2);
        var code = 1;
        foreach (var (turn, about) in new[] { (erased, signal), (kept, other) })
        {
            await Asking(world).AskAsync(about, New(), "officer", default);
            var row = new AccessCodeRow { Hash = [.. Enumerable.Repeat((byte)code, AccessCodeRow.HashBytes)], SignalId = about.Value, CreatedUtc = Rows.Morning };
            await world.Turns.CommitAsync([Rows.Next(turn, 20 + code++) with { NewCode = row }], [], default);
        }

        await using var db = world.OpenIntake();
        var sweep = world.Get<IEnumerable<IHostedService>>().OfType<ErasedSweep>().Single();
        Assert.Equal(0, await sweep.RunAsync(default));
        await db.DataKeys.Where(row => row.Id == key.Id).ExecuteDeleteAsync();

        Assert.Equal(2, await sweep.RunAsync(default));
        Assert.Equal(other.Value, (await db.Questions.SingleAsync()).SignalId);
        Assert.Equal(other.Value, (await db.AccessCodes.SingleAsync()).SignalId);
    }

    private static NewQuestion New() => new(Guid.CreateVersion7(), QuestionCodes.Where, Intake.Language.Kk, null);

    private static IStaffQuestions Asking(StorageWorld world) => world.Get<IStaffQuestions>();

    /// <summary>A signal whose words can be opened.</summary>
    internal static async Task<(TurnWrite Turn, SignalId Signal, DataKey Key)> SignalAsync(StorageWorld world, int conversation = 1)
    {
        var key = DataKey.Create(world.Get<KeyRing>().Content);
        var turn = Rows.First(Rows.Key(conversation));
        turn.Conversation.DataKeyId = key.Id;
        turn = turn with { NewDataKeys = [new DataKeyRow { Id = key.Id, Wrapped = key.Wrapped }] };
        var signal = Rows.Signal(turn);
        signal.Content = SignalRows.Seal(key, signal.Id, new SignalContent());
        Assert.Equal([new TurnOutcome.Committed()], await world.Turns.CommitAsync([turn with { Signal = signal }], [], default));
        return (turn, new SignalId(signal.Id), key);
    }
}
