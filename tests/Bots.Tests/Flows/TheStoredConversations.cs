using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>
/// One conversation for each state of each version of the flow, as that version stored it (<c>Stored/VERSION/STATE.json</c>): all of them
/// go on with this one, to a receipt, and nothing that was said is lost.
/// </summary>
public sealed class TheStoredConversations
{
    private const int MostTurns = 40;

    private static readonly ReportFlow Flow = FlowBench.Flow();

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder(), path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_state_of_this_version_is_kept()
    {
        var folder = Path.Combine(Folder(), Flow.Version.ToString(CultureInfo.InvariantCulture));
        var states = Enum.GetNames<ReportState>().Where(name => name != nameof(ReportState.Open)).Order(StringComparer.Ordinal);
        if (Updates.AreWanted)
            Store(folder);
        Assert.Equal(states, Directory.EnumerateFiles(folder).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_conversation_goes_on_to_a_receipt(string file)
    {
        var stored = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Folder(), file)), ConversationJson.Default.ConversationState)!;
        var state = stored;
        var now = FlowBench.Start.AddHours(1);
        for (var turn = 0; state.State != nameof(ReportState.Receipt) || state.Draft.Incomplete; turn++)
        {
            Assert.True(turn < MostTurns, $"{file} is still at {state.State}.");
            now += TimeSpan.FromSeconds(1);
            var step = Flow.Take(state, Next(Flow.Render(state, ChannelKind.Telegram)), new FlowMoment(now, ChannelKind.Telegram, new SignalId(new Guid(9, 0, 0, new byte[8]))));
            state = JsonSerializer.Deserialize(JsonSerializer.Serialize(step.State, ConversationJson.Default.ConversationState), ConversationJson.Default.ConversationState)!;
        }

        Assert.NotNull(state.Signal);
        Assert.Equal(stored.Signal ?? state.Signal, state.Signal);
        Assert.Equal(stored.Draft.Story, state.Draft.Story.Take(stored.Draft.Story.Count));
        Assert.All(stored.Draft.Answers, answer => Assert.Contains(state.Draft.Answers, known => known.Question == answer.Question && known.Choices.SequenceEqual(answer.Choices)));
        Assert.Equal(ReferenceEquals(stored, state) ? stored.FlowVersion : Flow.Version, state.FlowVersion);
    }

    /// <summary>The shortest way on that any version offers.</summary>
    private static TurnInput Next(OutboundReply shown)
    {
        var choices = shown.Choices.SelectMany(row => row).ToList();
        if (shown.ClearsChat)
            return new TurnInput.Command("start");
        var way = choices.Find(choice => choice is { Question: "review", Value: "send" } or { Question: "again", Value: "add" } or { Question: "welcome", Value: "go_on" })
            ?? choices.Find(choice => choice.Value == "skip")
            ?? choices.Find(choice => choice is { Question: "review", Value: "contact" })
            ?? choices.Find(choice => choice.Question == "language");
        return shown.State == nameof(ReportState.Review) && way?.Value != "send" ? new TurnInput.Text("страшно") : new TurnInput.Choice(way!.Flow, way.Question, way.Value);
    }

    /// <summary>The first conversation of all transcripts that comes by a state.</summary>
    private static void Store(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Transcripts.All().Where(file => !file.StartsWith("follow-up", StringComparison.Ordinal)))
        {
            var chat = Transcripts.Read(file);
            var session = new ChatSession(Flow, chat.Channel);
            foreach (var exchange in chat.Exchanges.Where(_ => chat.Channel == ChannelKind.Telegram))
            {
                session.Play(exchange);
                var path = Path.Combine(folder, $"{session.State.State}.json");
                if (!File.Exists(path))
                    File.WriteAllText(path, $"{Encoding.UTF8.GetString(SealedJson.Write(session.State, ConversationJson.Default.ConversationState))}\n");
            }
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Stored");
}
