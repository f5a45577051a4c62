using Senim.Intake.Conversations;

namespace Senim.Intake.Storage.Turns;

/// <summary>What only few turns write, in the words common to all databases: the same for each store, and not prepared by any.</summary>
internal static class RareStatements
{
    public static IEnumerable<(string Text, IReadOnlyList<Column> Values)> Of(TurnWrite turn)
    {
        foreach (var question in turn.Questions)
        {
            yield return (TurnTexts.WriteQuestion,
            [
                new("State", (int)question.State),
                Column.Time("PushedUtc", question.PushedUtc),
                Column.Time("ReadUtc", question.ReadUtc),
                Column.Time("AnsweredUtc", question.AnsweredUtc),
                Column.Time("ReturnedUtc", question.ReturnedUtc),
                new("Bar", question.Bar, typeof(string)),
                Column.Bytes("Answer", question.Answer),
                new("Id", question.Id),
            ]);
        }

        if (turn.DropsCodesOf is { } signal)
            yield return (TurnTexts.DeleteAccessCodes, [new("SignalId", signal)]);
        if (turn.NewCode is { } code)
        {
            yield return (TurnTexts.DeleteAccessCodes, [new("SignalId", code.SignalId)]);
            var columns = TurnColumns.Of(code);
            yield return (TurnTexts.Insert("AccessCodes", columns), columns);
        }
    }
}
