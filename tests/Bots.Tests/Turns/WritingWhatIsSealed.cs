using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Turns;

public sealed class WritingWhatIsSealed
{
    [Fact]
    public void Letters_stand_as_they_are_and_everything_is_read_back()
    {
        var state = Told("Мені ұрады: \"тұр\" <b> \ud83d\ude22");

        var written = Encoding.UTF8.GetString(SealedJson.Write(state, ConversationJson.Default.ConversationState));

        Assert.Contains("Мені ұрады: \\\"тұр\\\" <b>", written, StringComparison.Ordinal);
        Assert.Equal(
            JsonSerializer.Serialize(state, ConversationJson.Default.ConversationState),
            JsonSerializer.Serialize(JsonSerializer.Deserialize(written, ConversationJson.Default.ConversationState)!, ConversationJson.Default.ConversationState));
    }

    [Fact]
    public void What_was_written_before_or_could_not_be_leaves_nothing_behind()
    {
        SealedJson.Write(Told(new string('а', 5000)), ConversationJson.Default.ConversationState);
        Assert.Throws<FormatException>(() => SealedJson.Write(new Broken(), Broken.Info));

        var written = SealedJson.Write(Told("б"), ConversationJson.Default.ConversationState);

        Assert.Equal("б", JsonSerializer.Deserialize(written, ConversationJson.Default.ConversationState)!.Draft.Story[0].Text);
    }

    [Fact]
    public void The_code_made_for_the_types_writes_them()
    {
        Assert.NotNull(ConversationJson.Default.ConversationState.SerializeHandler);
        Assert.NotNull(IntakeJson.Default.SignalContent.SerializeHandler);
    }

    private static ConversationState Told(string text) => new()
    {
        Flow = "report",
        FlowVersion = 1,
        State = "AskStory",
        Visited = ["AskLanguage", "AskSafe"],
        TimeoutUtc = DateTime.UnixEpoch.AddMinutes(5),
        Draft = new ReportDraft { Story = [new StoryPart(text, DateTime.UnixEpoch, "story")] },
    };

    private sealed class Broken
    {
        public static JsonTypeInfo<Broken> Info { get; } = (JsonTypeInfo<Broken>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(Broken));

        public string First => "words";

        public string Second => throw new FormatException();
    }
}
