using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// A conversation as people read it: <c>user:</c>, <c>late:</c> (overtaken by something newer), <c>after:</c> and <c>again:</c> lines are played; the
/// <c>bot:</c> and <c>signal:</c> lines after each are what must come of it (<c>desk:</c> what staff see of a question); <c>ask:</c> is a question of staff, <c>progress:</c>
/// a step of theirs, <c>consent:</c> the hours in which we may write back, <c>receipt:</c> a report that was just sent; a <c>text:</c> line
/// must be found in what is shown.
/// </summary>
internal sealed class ChatFile
{
    private ChatFile(string path, IReadOnlyList<string> header, IReadOnlyList<ChatExchange> exchanges)
    {
        Path = path;
        Header = header;
        Exchanges = exchanges;
    }

    public string Path { get; }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<ChatExchange> Exchanges { get; }

    /// <summary>Telegram, unless the header says otherwise (<c>channel: sms</c>, <c>channel: web</c>).</summary>
    public ChannelKind Channel => Enum.GetValues<ChannelKind>().FirstOrDefault(kind => Name(kind) is { } name && Header.Contains($"channel: {name}"), ChannelKind.Telegram);

    /// <summary>As the header has it; null where it says nothing.</summary>
    public static string? Name(ChannelKind channel) => channel switch
    {
        ChannelKind.Sms => "sms",
        ChannelKind.WebChat => "web",
        _ => null,
    };

    /// <returns>Null for a line that does nothing.</returns>
    public static ChatExchange? ReadPlayed(string line) => line.Split(':', 2) is ["user" or "late" or "after" or "again" or "hint" or "ask" or "progress" or "consent" or "receipt", var value]
        ? new ChatExchange(line.Split(':', 2)[0], value.Trim(), line)
        : null;

    public static ChatFile Read(string path)
    {
        var header = new List<string>();
        var exchanges = new List<ChatExchange>();
        foreach (var line in File.ReadAllLines(path))
        {
            var kind = line.Split(':', 2)[0];
            if (ReadPlayed(line) is { } played)
                exchanges.Add(played);
            else if (exchanges.Count == 0)
                header.Add(line);
            else if (kind is "bot" or "signal" or "desk")
                exchanges[^1].Expected.Add(line);
            else if (kind is "text")
                exchanges[^1].Pinned.Add(line.Split(':', 2)[1].Trim());
            else
                exchanges[^1].Remarks.Add(line);
        }

        return new ChatFile(path, header, exchanges);
    }

    /// <summary>The same file with other <c>bot:</c>, <c>signal:</c> and <c>desk:</c> lines.</summary>
    public void Rewrite(IReadOnlyList<IReadOnlyList<string>> outcomes)
    {
        var lines = new List<string>(Header);
        foreach (var (exchange, outcome) in Exchanges.Zip(outcomes))
            lines.AddRange([exchange.Line, .. outcome, .. exchange.Pinned.Select(text => $"text: {text}"), .. exchange.Remarks]);
        File.WriteAllLines(Path, lines);
    }
}

internal sealed record ChatExchange(string Kind, string Value, string Line)
{
    public List<string> Expected { get; } = [];

    public List<string> Pinned { get; } = [];

    public List<string> Remarks { get; } = [];
}
