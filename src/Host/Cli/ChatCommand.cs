using System.CommandLine;
using System.Text;
using Senim.Bots.Conversation.Playing;
using Senim.Hosting.Configuration;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Hosting.Cli;

/// <summary><c>chat</c>: plays the conversation in the terminal. Nothing is stored or sent.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var channel = new Option<string>("--channel") { Description = "telegram (default), sms or web.", DefaultValueFactory = _ => "telegram" };
        var language = new Option<string>("--language") { Description = "kk, ru or en, chosen at once. Default: it is asked." };
        var transcript = new Option<string>("--transcript") { Description = "Writes the conversation to this file, as a test under Transcripts/ reads it." };
        channel.AcceptOnlyFromAmong("telegram", "sms", "web");
        language.AcceptOnlyFromAmong("kk", "ru", "en");
        var command = new Command(
            "chat",
            "Plays the conversation in the terminal: words, numbers of buttons, /commands, <voice>, \"after: 25h\". Nothing is stored or sent.")
        {
            channel, language, transcript,
        };
        command.SetAction((parsed, cancellation) => PlayAsync(
            Kind(parsed.GetValue(channel)!),
            Languages.TryParse(parsed.GetValue(language), out var chosen) ? chosen : null,
            parsed.GetValue(transcript),
            cancellation));
        return command;
    }

    private static ChannelKind Kind(string name) => name switch
    {
        "sms" => ChannelKind.Sms,
        "web" => ChannelKind.WebChat,
        _ => ChannelKind.Telegram,
    };

    private static async Task<int> PlayAsync(ChannelKind channel, Language? language, string? path, CancellationToken cancellationToken)
    {
        await using var transcript = path is null ? null : Open(path);
        using var input = new StreamReader(Console.OpenStandardInput());
        await ConversationPlayer.PlayAsync(channel, language, input, Console.Out, transcript, cancellationToken);
        return 0;
    }

    private static StreamWriter Open(string path)
    {
        try
        {
            return new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("--transcript", $"'{path}' cannot be written ({error.GetType().Name}).");
        }
    }
}
