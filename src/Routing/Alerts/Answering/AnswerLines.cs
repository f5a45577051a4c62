using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Alerts.Answering;

/// <summary>What whoever answered an alert is told.</summary>
internal static class AnswerLines
{
    public static string Of(AlertAnswer answer, AlertTexts texts) => answer switch
    {
        AlertAnswer.Done { Kind: AlertKind.Test } => texts["answer.confirmed"],
        AlertAnswer.Done { ItemId: null } => texts["answer.counted"],
        AlertAnswer.Done => texts["answer.taken"],
        AlertAnswer.AlreadyTaken taken => texts.Format("answer.already", taken.By),
        _ => texts["answer.over"],
    };
}
