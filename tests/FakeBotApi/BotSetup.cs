namespace Senim.FakeBotApi;

/// <summary>What the bot has said about itself. Texts are by language code, "" for every other language.</summary>
public sealed class BotSetup
{
    /// <summary>By "scope/language", such as "default/" or "all_private_chats/kk".</summary>
    public Dictionary<string, IReadOnlyList<MenuCommand>> Commands { get; } = [];

    public Dictionary<string, string> Descriptions { get; } = [];

    public Dictionary<string, string> ShortDescriptions { get; } = [];

    internal BotSetup Copy()
    {
        var copy = new BotSetup();
        foreach (var (key, value) in Commands)
            copy.Commands[key] = value;
        foreach (var (key, value) in Descriptions)
            copy.Descriptions[key] = value;
        foreach (var (key, value) in ShortDescriptions)
            copy.ShortDescriptions[key] = value;
        return copy;
    }
}

/// <summary>A line of the command menu.</summary>
public sealed record MenuCommand(string Command, string Description);
