using Senim.Intake.Evidence;
using Senim.Intake.Notes;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>Nothing is there: every row that is written is new.</summary>
internal sealed class NothingStored : IStored
{
    public bool HasRow(string text) => false;

    public object? Value(string text, string column) => null;

    public int Written(string text) => 1;
}

/// <summary>Every row that is asked for is there, and every row that is to be made is there already, but for the delivery of the turn at hand.</summary>
internal sealed class EverythingStored(KeyRing keys) : IStored
{
    private readonly DataKey key = DataKey.Create(keys.Content);

    public bool HasRow(string text) => true;

    public object? Value(string text, string column) => column switch
    {
        "Type" when !text.Contains("FROM [Evidence]", StringComparison.Ordinal) => SignalEvent.Received,
        "Body" => Arguments.Body(SignalEvent.Received),
        "PlaceCode" or "UnitCode" => Arguments.Taraz,
        "RegionCode" => "310000000",
        "DataKeyId" => key.Id,
        "Wrapped" => key.Wrapped,
        "Content" when text.Contains("FROM [Unparsed]", StringComparison.Ordinal) => UnparsedRows.Seal(key, Guid.Empty, Guid.Empty, "", default).Content,
        "Content" when text.Contains("FROM [Questions]", StringComparison.Ordinal) => QuestionRows.Seal(key, Guid.Empty, ""),
        "Content" when text.Contains("FROM [CaseNotes]", StringComparison.Ordinal) => CaseNoteRows.Seal(key, Guid.Empty, new CaseNote("")),
        "Answer" => QuestionRows.SealAnswer(key, Guid.Empty, QuestionAnswer.Words("")),
        "State" when text.Contains("ORDER BY [e].[Position]", StringComparison.Ordinal) => (int)EvidenceState.Stored,
        "Secrets" => Sealing.Seal(key, new byte[2 * KeyRing.KeyBytes], new SealedPlace("Evidence", $"{Guid.Empty:N}", "Secrets")),
        "" => 1,
        "Content" => SignalRows.Seal(key, Guid.Empty, new SignalContent { IsFinished = true }),
        _ => null,
    };

    public int Written(string text) =>
        text.Contains("BEGIN TRY", StringComparison.Ordinal) && !text.Contains("\"Deliveries\"", StringComparison.Ordinal) ? -1 : 1;
}
