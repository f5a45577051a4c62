using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Makes a turn of each thing that waits to be brought into a conversation. Brought twice, it has one effect.</summary>
internal sealed class QuestionOutboxHandler(IAskedQuestions questions, TurnRunner runner, BlindIndex blind, TimeProvider clock) : IOutboxHandler
{
    public OutboxKind Kind => OutboxKind.Question;

    public int MostRows => 32;

    public async Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var results = new List<OutboxResult>(rows.Count);
        foreach (var row in rows)
            results.Add(await HandleAsync(row, cancellationToken));
        return results;
    }

    private async Task<OutboxResult> HandleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing to bring: what it was about has been erased.
            return await TurnAsync(row, cancellationToken) is not { } turn || await runner.RunAsync(turn) is TurnResult.Done
                ? new OutboxResult.Done()
                : new OutboxResult.Retry();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxResult.Retry(Error: error);
        }
    }

    private async Task<InboundTurn?> TurnAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Type == RelayRows.Type)
        {
            return await RelayRows.ReadAsync(row, id => questions.FindKeyAsync(id, cancellationToken)) is var (conversation, channel, what)
                ? Turn(conversation, channel, what, $"relay|{row.MessageId:N}")
                : null;
        }

        if (row.Type == QuestionRows.Ask)
        {
            return await questions.FindAsync(Guid.ParseExact(row.Body, "N"), cancellationToken) is { } asked
                ? Turn(asked, new TurnInput.Asked(new PutQuestion(asked.Id, asked.Signal.Value, asked.Code, asked.Language, asked.Text, asked.AskedUtc)), $"question|{asked.Id:N}")
                : null;
        }

        var (question, due) = QuestionMoments.Read(row);
        return await questions.FindAsync(question, cancellationToken) is { } known
            ? Turn(known, new TurnInput.QuestionDue(question, Enum.Parse<QuestionMoment>(row.Type)), $"{row.Type}|{question:N}|{due}")
            : null;
    }

    private InboundTurn Turn(AskedQuestion question, TurnInput input, string delivery) => Turn(question.Conversation, question.Channel, input, delivery);

    private InboundTurn Turn(ConversationKey conversation, ChannelKind channel, TurnInput input, string delivery) => new()
    {
        Channel = channel,
        Conversation = conversation,
        Delivery = blind.Delivery(delivery),
        Input = input,
        ReceivedUtc = clock.NowUtc(),
    };
}
