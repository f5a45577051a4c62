using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>
/// One conversation for each state of each version of what follows the receipt, as that version stored it
/// (<c>StoredFollowUps/VERSION/STATE.json</c>): all of them lead back to the report, to their questions, and to help.
/// </summary>
public sealed class TheStoredFollowUps
{
    private const int MostTurns = 20;

    private static readonly IFlow Flow = FlowBench.Conversation();

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder(), path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_state_of_this_version_is_kept()
    {
        var folder = Path.Combine(Folder(), FollowFlow.Version.ToString(CultureInfo.InvariantCulture));
        if (Updates.AreWanted)
            Store(folder);
        Assert.Equal(
            Enum.GetNames<FollowState>().Where(name => name is not (nameof(FollowState.Open) or nameof(FollowState.Report))).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_conversation_is_shown_where_it_stood_and_leads_back_to_its_report(string file)
    {
        var stored = Read(file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), Flow.Render(stored, ChannelKind.Telegram).State);
        var state = stored;
        var settled = new List<Guid>();
        for (var turn = 0; state.Flow != ReportCodes.Flow; turn++)
        {
            Assert.True(turn < MostTurns, $"{file} is still at {state.State}.");
            var step = Flow.Take(state, Next(Flow.Render(state, ChannelKind.Telegram)), Moment(turn));
            settled.AddRange(step.Questions.Where(change => change.Answer is not null || change.Step == Intake.Questions.QuestionStep.Skipped).Select(change => change.Question.Id));
            state = Again(step.State);
        }

        Assert.Equal(stored.Signal, state.Signal);
        Assert.Equal(stored.Draft.Story, state.Draft.Story.Take(stored.Draft.Story.Count));
        Assert.All(stored.Follow!.Questions, question => Assert.True(settled.Contains(question.Id) || state.Follow!.Questions.Any(known => known.Id == question.Id)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Help_is_one_press_away_from_it(string file)
    {
        var step = Flow.Take(Read(file), new TurnInput.Choice(ReportCodes.Flow, ReportCodes.Danger, ReportCodes.Danger), Moment(0));

        Assert.True(Flow.Render(Again(step.State), ChannelKind.Telegram).IsDangerHelp);
        Assert.Equal(Urgency.Emergency, step.Submission!.Triage.Urgency);
    }

    /// <summary>Back where that is offered, else the shortest way through the questions.</summary>
    private static TurnInput.Choice Next(OutboundReply shown)
    {
        var choices = shown.Choices.SelectMany(row => row).Where(choice => choice.Flow == FollowCodes.Flow).ToList();
        var way = choices.Find(choice => choice is { Question: FollowCodes.Go, Value: FollowCodes.Back })
            ?? choices.Find(choice => choice is { Question: FollowCodes.Read, Value: FollowCodes.Yes })
            ?? choices.Find(choice => choice.Question == FollowCodes.Answer && choice.Value.EndsWith($".{FollowCodes.Skip}", StringComparison.Ordinal))
            ?? choices.Find(choice => choice is { Question: FollowCodes.SafeNow, Value: FollowCodes.Safe });
        return new TurnInput.Choice(way!.Flow, way.Question, way.Value);
    }

    /// <summary>The first conversation of all transcripts that comes by a state.</summary>
    private static void Store(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Transcripts.All().Where(file => file.StartsWith("follow-up", StringComparison.Ordinal)))
        {
            var chat = Transcripts.Read(file);
            var session = new ChatSession(Flow, chat.Channel);
            foreach (var exchange in chat.Exchanges.Where(_ => chat.Channel == ChannelKind.Telegram))
            {
                session.Play(exchange);
                var path = Path.Combine(folder, $"{session.State.State}.json");
                if (session.State is { Flow: FollowCodes.Flow, Signal: not null } && !File.Exists(path))
                    File.WriteAllText(path, $"{Encoding.UTF8.GetString(SealedJson.Write(session.State, ConversationJson.Default.ConversationState))}\n");
            }
        }
    }

    private static FlowMoment Moment(int turn) => new(FlowBench.Start.AddHours(1).AddSeconds(turn), ChannelKind.Telegram, new SignalId(new Guid(9, 0, 0, new byte[8])));

    private static ConversationState Read(string file) => JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Folder(), file)), ConversationJson.Default.ConversationState)!;

    private static ConversationState Again(ConversationState state) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(state, ConversationJson.Default.ConversationState), ConversationJson.Default.ConversationState)!;

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "StoredFollowUps");
}
