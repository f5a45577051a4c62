using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>A fault that was seen once in the terminal becomes a test as it stands.</summary>
public sealed class PlayingInATerminal : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.chat");

    public static TheoryData<ChannelKind, Language?, string[]> Conversations() => new()
    {
        { ChannelKind.Telegram, null, ["2", "1", "my uncle", "<voice>", "/language", "3", "after: 6m", "again:", "/hide"] },
        { ChannelKind.WebChat, Language.Ru, ["1", "[Дразнят, травят в школе, во дворе]", "Меня бьёт дядя, когда нет мамы.", "@51.1282,71.4304", "1", "/cancel"] },
        { ChannelKind.Sms, Language.Kk, ["Ағам мені ұрады", "үйде ешкім жоқ", "after: 8s", "Тараз", "1", "1", "after: 25h", "?"] },
        { ChannelKind.Sms, null, ["hello", "2", "9"] },
        { ChannelKind.Telegram, Language.Ru, ["receipt: ru Меня дразнят в школе каждый день.", "consent: contact_any", "progress: Seen 4h", "ask: q_where", "after: 6h", "1", "1", "За школой.", "1", "1", "<code>"] },
        { ChannelKind.WebChat, null, ["<door KX7P4TA9 [English]>", "1", "/hide"] },
    };

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task What_was_played_is_read_as_a_transcript_and_goes_the_same_way(ChannelKind channel, Language? language, string[] lines)
    {
        await PlayAsync(channel, language, lines);
        var chat = ChatFile.Read(_file);
        Assert.Equal(channel, chat.Channel);
        Assert.True(chat.Exchanges.Count >= lines.Length);
        Assert.Contains(chat.Exchanges, exchange => exchange.Expected.Count > 0);

        var session = new ChatSession(FlowBench.Conversation(), chat.Channel);
        foreach (var exchange in chat.Exchanges)
            Assert.Equal(exchange.Expected, session.Play(exchange));
        Assert.All(chat.Exchanges, exchange => Assert.Empty(exchange.Remarks));
    }

    [Fact]
    public async Task The_clock_moves_and_silence_counts()
    {
        var shown = await PlayAsync(ChannelKind.Telegram, Language.En, ["1", "They hit me at home every evening.", "after: 25h"]);
        Assert.Contains("[signal: new urgency=", shown, StringComparison.Ordinal);
        Assert.Contains("incomplete", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_SMS_the_parts_are_counted_and_a_number_is_a_text()
    {
        var shown = await PlayAsync(ChannelKind.Sms, Language.Ru, ["Меня дразнят в школе каждый день", "after: 8s", "Тараз"]);
        Assert.Contains("[SMS parts: 2]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("[Пропустить]", shown, StringComparison.Ordinal);
        Assert.Contains("[no answer]", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[No such button]")]
    [InlineData("after: tomorrow")]
    [InlineData("<dances>")]
    [InlineData("<location here>")]
    [InlineData("ask: q_where")]
    [InlineData("receipt: xx")]
    [InlineData("progress: Nowhere")]
    public async Task What_no_transcript_could_hold_is_said_to_be_not_understood_and_not_written(string line)
    {
        var shown = await PlayAsync(ChannelKind.Telegram, Language.En, [line]);
        Assert.Contains("[not understood]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(line, await File.ReadAllTextAsync(_file), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private async Task<string> PlayAsync(ChannelKind channel, Language? language, string[] lines)
    {
        using var input = new StringReader(string.Join('\n', lines));
        await using var output = new StringWriter();
        await using var transcript = new StreamWriter(_file);
        await ConversationPlayer.PlayAsync(channel, language, input, output, transcript, CancellationToken.None);
        return output.ToString();
    }
}
