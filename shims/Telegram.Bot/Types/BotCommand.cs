using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A line of the command menu.</summary>
public class BotCommand
{
    public BotCommand(string command, string description)
    {
        Command = command;
        Description = description;
    }

    [JsonConstructor]
    public BotCommand()
    {
    }

    /// <summary>1 to 32 characters: a-z, digits and underscores.</summary>
    public string Command { get; set; } = default!;

    /// <summary>1 to 256 characters.</summary>
    public string Description { get; set; } = default!;

    [JsonPropertyName("is_ephemeral")]
    public bool IsEphemeral { get; set; }

    public static implicit operator BotCommand((string Command, string Description) tuple) => new(tuple.Command, tuple.Description);
}
