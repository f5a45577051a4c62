using System.Runtime.CompilerServices;

namespace Senim.Bots.Tests.Flows;

/// <summary>Every conversation under <c>Transcripts/</c> goes as it is written. SENIM_UPDATE_TRANSCRIPTS=1 writes what it became.</summary>
public sealed class Transcripts
{
    public static TheoryData<string> Files() => [.. All()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_conversation_goes_as_it_is_written(string file)
    {
        var chat = Read(file);
        var session = new ChatSession(FlowBench.Conversation(), chat.Channel);
        var outcomes = new List<IReadOnlyList<string>>();
        foreach (var exchange in chat.Exchanges)
        {
            outcomes.Add(session.Play(exchange));
            if (!Updates.AreWanted)
                Assert.True(exchange.Expected.SequenceEqual(outcomes[^1]), $"{file}\n{exchange.Line}\n\nwritten:\n{string.Join('\n', exchange.Expected)}\n\nbecame:\n{string.Join('\n', outcomes[^1])}");
            foreach (var text in exchange.Pinned)
                Assert.Contains(text, session.Reply?.Text ?? "", StringComparison.Ordinal);
        }

        if (Updates.AreWanted)
            chat.Rewrite(outcomes);
    }

    internal static IEnumerable<string> All() => Directory.EnumerateFiles(Folder(), "*.chat", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder(), path)).Order(StringComparer.Ordinal);

    internal static ChatFile Read(string file) => ChatFile.Read(Path.Combine(Folder(), file));

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Transcripts");
}

internal static class Updates
{
    /// <summary>Set to rewrite the expectations that lie in files instead of comparing with them.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("SENIM_UPDATE_TRANSCRIPTS") == "1";
}
