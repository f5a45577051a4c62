using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Senim.Bots.Channels.Telegram;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Privacy;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Each file of <c>Payloads/</c> holds an update as Telegram sends it and what it means for us.</summary>
public sealed class MappingUpdates
{
    private static readonly BlindIndex Blind = new(KeyRing.Random());

    public static TheoryData<string> Payloads()
    {
        var files = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
            files.Add(Path.GetFileName(path));
        return files;
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void An_update_means_what_is_written_beside_it(string file)
    {
        var payload = Read(file);
        Assert.Equal(payload["expected"]!.GetValue<string>(), Describe(Map(payload["update"]!)));
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void No_name_goes_into_a_turn(string file)
    {
        if (Map(Read(file)["update"]!) is not MappedUpdate.Turn { Inbound: var turn })
            return;
        var told = JsonSerializer.Serialize(turn.Input) + turn + turn.ChannelData + Encoding.UTF8.GetString(turn.ReplyAddress ?? []);
        foreach (var marker in (string[])["Markername", "Marksurname", "markuser", "+7700"])
            Assert.DoesNotContain(marker, told, StringComparison.OrdinalIgnoreCase);
    }

    internal static MappedUpdate Map(JsonNode update)
    {
        using var document = JsonDocument.Parse(update.ToJsonString());
        return TelegramReading.Read(document.RootElement).Update is { } read
            ? new TelegramMapping(Blind, 123456).Map(read, DateTime.UnixEpoch)
            : new MappedUpdate.Ignored();
    }

    internal static InboundTurn Turn(JsonNode update) => Assert.IsType<MappedUpdate.Turn>(Map(update)).Inbound;

    internal static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!;

    private static string Describe(MappedUpdate mapped) => mapped switch
    {
        MappedUpdate.Ignored => "ignored",
        MappedUpdate.Left left => $"left {left.Chat}",
        MappedUpdate.Turn { Inbound: var turn } => string.Join(
            ' ',
            new[] { Describe(turn.Input), Describe(turn.ChannelData as TelegramMark), turn.LanguageHint is { } hint ? $"hint={hint.Code()}" : "", Address(turn) }
                .Where(part => part.Length > 0)),
        _ => mapped.GetType().Name,
    };

    private static string Describe(TurnInput input) => input switch
    {
        TurnInput.Text text => $"{(text.Edited ? "edited" : "text")} '{text.Value}'",
        TurnInput.Command command => $"command {command.Name}{(command.Argument is { } code ? $" {code}" : "")}",
        TurnInput.Choice choice => $"choice {choice.Flow}:{choice.Question}:{choice.Value}",
        TurnInput.Attachment file => $"{file.Kind}{(file.Caption is { } caption ? $" '{caption}'" : "")}",
        TurnInput.Location point => FormattableString.Invariant($"point {point.Latitude} {point.Longitude}"),
        _ => input.GetType().Name,
    };

    private static string Describe(TelegramMark? mark) => mark switch
    {
        null => "",
        { PressedMessage: { } pressed } => $"pressed={pressed} query={mark.CallbackQuery}{(mark.KeepsTyped ? " keeps" : "")}",
        _ => $"typed={mark.TypedMessage}{(mark.IsOnlyCopy ? " only copy" : "")}",
    };

    private static string Address(InboundTurn turn) => turn.ReplyAddress is { } address ? $"to={TelegramMapping.ChatId(address)}" : "";

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Payloads");
}
