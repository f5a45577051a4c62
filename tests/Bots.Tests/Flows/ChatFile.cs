using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>
/// A conversation as people read it: <c>user:</c>, <c>after:</c> and <c>again:</c> lines are played; the <c>bot:</c> and <c>signal:</c>
/// lines after each are what must come of it; a <c>text:</c> line must be found in what is shown.
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

    /// <summary>Telegram, unless the header says otherwise (<c>channel: sms</c>).</summary>
    public ChannelKind Channel => Header.Contains("channel: sms") ? ChannelKind.Sms : ChannelKind.Telegram;

    public static ChatFile Read(string path)
    {
        var header = new List<string>();
        var exchanges = new List<ChatExchange>();
        foreach (var line in File.ReadAllLines(path))
        {
            var kind = line.Split(':', 2)[0];
            if (kind is "user" or "after" or "again" or "hint")
                exchanges.Add(new ChatExchange(kind, line.Split(':', 2)[1].Trim(), line));
            else if (exchanges.Count == 0)
                header.Add(line);
            else if (kind is "bot" or "signal")
                exchanges[^1].Expected.Add(line);
            else if (kind is "text")
                exchanges[^1].Pinned.Add(line.Split(':', 2)[1].Trim());
            else
                exchanges[^1].Remarks.Add(line);
        }

        return new ChatFile(path, header, exchanges);
    }

    /// <summary>The same file with other <c>bot:</c> and <c>signal:</c> lines.</summary>
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
