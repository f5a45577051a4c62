using System.Collections.Concurrent;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Desk.Tests.World;

/// <summary>Stands in for the sealed store: what was asked about each signal.</summary>
internal sealed class PutQuestions : IStaffQuestions
{
    private readonly ConcurrentDictionary<Guid, List<StaffQuestion>> questions = new();

    public AskOutcome Outcome { get; set; } = AskOutcome.Asked;

    public void Add(Guid signal, StaffQuestion question) => questions.GetOrAdd(signal, _ => []).Add(question);

    /// <summary>All that was asked, whatever about.</summary>
    public IReadOnlyList<StaffQuestion> All => [.. questions.Values.SelectMany(list => list)];

    public Task<IReadOnlyList<StaffQuestion>> ListAsync(SignalId signal, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StaffQuestion>>(questions.GetValueOrDefault(signal.Value) ?? []);

    public Task<AskOutcome> AskAsync(SignalId signal, NewQuestion question, string staffId, CancellationToken cancellationToken)
    {
        if (Outcome == AskOutcome.Asked)
        {
            Add(signal.Value, new StaffQuestion(
                question.Id,
                question.Code,
                question.Language,
                QuestionWording.Bubble(question.Language, question.Code, question.Text, ChannelKind.Telegram),
                staffId,
                DateTime.UnixEpoch,
                QuestionState.Waiting,
                null,
                null,
                null,
                null,
                null,
                null));
        }

        return Task.FromResult(Outcome);
    }
}
