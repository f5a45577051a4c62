using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using static Senim.Bots.Conversation.Flows.FollowUp.FollowCodes;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>The numbers that stand in a text in place of buttons, the first being 1.</summary>
internal static class FollowNumbers
{
    /// <summary>The choice that a text's number stands for; any other input as it is.</summary>
    public static TurnInput Meant(ConversationState state, TurnInput input, ChannelKind channel)
    {
        if (channel != ChannelKind.Sms || state.Barred || !FollowFlow.Has(state) || input is not TurnInput.Text text || SmsNumbers.Read(text.Value) is not { } number)
            return input;
        var choices = Of(state);
        return number >= 1 && number <= choices.Count ? choices[number - 1] : input;
    }

    public static IReadOnlyList<TurnInput.Choice> Of(ConversationState state)
    {
        if (state.Notices.Contains("note.help"))
            return [new TurnInput.Choice(ReportCodes.Flow, ReportCodes.Danger, ReportCodes.Danger)];
        if (state.Notices.Contains("note.choose_language"))
            return [.. Languages.All.Select(language => new TurnInput.Choice(ReportCodes.Flow, ReportCodes.LanguageQuestion, language.Code()))];
        var follow = state.Follow ?? new();
        return FollowFlow.Present(state) switch
        {
            FollowState.NewMessage => [new(Flow, Go, Show)],
            FollowState.AskSafe => [new(Flow, Read, Yes), new(Flow, Read, Later)],
            FollowState.Question when Shown(follow) is { } asked =>
                [.. QuestionCodes.AnswersTo(asked.Code).Append(Skip).Select(answer => new TurnInput.Choice(Flow, Answer, AnswerTo(QuestionRows.Short(asked.Id), answer)))],
            FollowState.SafeNow => [new(Flow, SafeNow, Safe), new(Flow, SafeNow, NotSafe), new(Flow, SafeNow, Unsure)],
            FollowState.Status => [new(Flow, Go, Waits(follow) ? Show : Code), new(ReportCodes.Flow, ReportCodes.Go, ReportCodes.Forget)],
            _ => [],
        };
    }

    public static WaitingQuestion? Shown(FollowUp follow)
    {
        var questions = follow.Other?.Questions ?? follow.Questions;
        return questions.FirstOrDefault(question => question.Id == follow.Shown) ?? (questions.Count > 0 ? questions[0] : null);
    }

    /// <summary>The question on the screen, where it is about an earlier report of this chat.</summary>
    public static WaitingQuestion? ShownOfEarlier(ConversationState state) =>
        state.Follow is { Other: null } follow && FollowFlow.Present(state) is FollowState.Question or FollowState.SafeNow
        && Shown(follow) is { } shown && shown.Signal != state.Signal?.Value ? shown : null;

    public static bool Waits(FollowUp follow) => (follow.Other?.Questions ?? follow.Questions).Count > 0;
}
