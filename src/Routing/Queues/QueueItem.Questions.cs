using Senim.Intake.Questions;

namespace Senim.Routing.Queues;

/// <summary>What an item learns of the questions that staff put to its reporter: which, and how far they came; never what they say.</summary>
public sealed partial class QueueItem
{
    /// <summary>Questions that came back to the officer, not read in the promised time.</summary>
    public int UnreadQuestions { get; private set; }

    /// <summary>The newest step that said how many there are; steps come in any order.</summary>
    public int QuestionsVersion { get; private set; }

    public void HearOfQuestion(QuestionEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        Record(told.AtUtc, ActionOf(told.Step), told.By, QuestionRows.Short(told.QuestionId), told.Code);
        if (told.Version >= QuestionsVersion && told.Step != QuestionStep.Asked)
            (QuestionsVersion, UnreadQuestions) = (told.Version, told.Unread);
        Finish();
    }

    private static QueueAction ActionOf(QuestionStep step) => step switch
    {
        QuestionStep.Asked => QueueAction.QuestionAsked,
        QuestionStep.Pushed => QueueAction.QuestionPushed,
        QuestionStep.Read => QueueAction.QuestionRead,
        QuestionStep.Skipped => QueueAction.QuestionSkipped,
        QuestionStep.Answered => QueueAction.QuestionAnswered,
        QuestionStep.Returned => QueueAction.QuestionReturned,
    };
}
