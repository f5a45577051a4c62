using System.Globalization;
using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Doors;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// What a <c>user:</c> line does: words, a <c>[button]</c> (of any age), a <c>/command</c>, or one of <c>&lt;voice caption&gt;</c>,
/// <c>&lt;picture&gt;</c>, <c>&lt;video&gt;</c>, <c>&lt;file&gt;</c>, <c>&lt;sticker&gt;</c>, <c>&lt;location lat lon&gt;</c>,
/// <c>&lt;door CODE what is done&gt;</c>, <c>&lt;edited words&gt;</c>, <c>&lt;press flow question value&gt;</c>, <c>&lt;repeat 4096 а&gt;</c>, <c>&lt;blocks&gt;</c>, <c>&lt;barred&gt;</c>.
/// </summary>
internal static class ChatInput
{
    public static TurnInput Read(string said, IReadOnlyList<ReplyChoice> shown)
    {
        if (said is ['[', .. var label, ']'])
            return Press(label, shown);
        if (said is ['<', .. var special, '>'])
            return special.Split(' ', 3) is ["door", var code, var done] ? Read(done, shown) with { Door = DoorCode.Read(code) } : Special(special);
        if (said is ['/', .. var command])
        {
            var parts = command.Split(' ', 2);
            return new TurnInput.Command(parts[0], parts.Length > 1 ? parts[1] : null);
        }

        return new TurnInput.Text(said.Replace("\\u200f", "\u200f", StringComparison.Ordinal).Replace("\\u202e", "\u202e", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal));
    }

    private static TurnInput.Choice Press(string label, IReadOnlyList<ReplyChoice> shown)
    {
        var choice = shown.LastOrDefault(choice => choice.Label == label || choice.Label == $"✓ {label}")
            ?? throw new InvalidOperationException($"No button [{label}] was ever shown; the last were [{string.Join("] [", shown.TakeLast(12).Select(choice => choice.Label))}].");
        return new TurnInput.Choice(choice.Flow, choice.Question, choice.Value);
    }

    private static TurnInput Special(string special)
    {
        var parts = special.Split(' ', 2);
        var rest = parts.Length > 1 ? parts[1] : null;
        var words = (rest ?? "").Split(' ');
        return parts[0] switch
        {
            "voice" => new TurnInput.Attachment(AttachmentKind.Voice, rest),
            "picture" => new TurnInput.Attachment(AttachmentKind.Picture, rest),
            "video" => new TurnInput.Attachment(AttachmentKind.Video, rest),
            "file" => new TurnInput.Attachment(AttachmentKind.File, rest),
            "sticker" => new TurnInput.Attachment(AttachmentKind.Ornament, rest),
            "location" => new TurnInput.Location(Number(words[0]), Number(words[1])),
            "edited" => new TurnInput.Text(rest ?? "", Edited: true),
            "press" => new TurnInput.Choice(words[0], words[1], words[2]),
            "repeat" => new TurnInput.Text(Repeat(words[1], int.Parse(words[0], CultureInfo.InvariantCulture))),
            "empty" => new TurnInput.Text(""),
            "blocks" => new TurnInput.Unreachable(),
            "barred" => new TurnInput.Unreachable(Barred: true),
            _ => throw new FormatException($"Nobody knows how to do <{special}>."),
        };
    }

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static string Repeat(string part, int times) =>
        new StringBuilder().Insert(0, part.Replace("\\u0301", "\u0301", StringComparison.Ordinal), times).ToString();
}
