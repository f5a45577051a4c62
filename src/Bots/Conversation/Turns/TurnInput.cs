using System.Text.Json.Serialization;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What the reporter did, in the words of no channel.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Attachment), "attachment")]
[JsonDerivedType(typeof(Location), "location")]
[JsonDerivedType(typeof(TimedOut), "timedOut")]
[JsonDerivedType(typeof(Unreachable), "unreachable")]
public abstract record TurnInput
{
    private TurnInput()
    {
    }

    /// <summary>Typed words. <paramref name="Edited"/>: an earlier message was changed to this.</summary>
    public sealed record Text(string Value, bool Edited = false) : TurnInput;

    /// <summary>A button of any age: it names the flow, the question it stood under, and the answer.</summary>
    public sealed record Choice(string Flow, string Question, string Value) : TurnInput;

    /// <summary>A command of the channel, lower case and without its mark (<c>start</c>, <c>cancel</c>, <c>hide</c>, <c>help</c>, <c>language</c>).</summary>
    public sealed record Command(string Name, string? Argument = null) : TurnInput;

    /// <summary>A voice note, picture, video, sticker or file, with its caption if there was one. Nobody has heard or seen it.</summary>
    public sealed record Attachment(AttachmentKind Kind, string? Caption) : TurnInput;

    /// <summary>A point that the reporter sent, in WGS84 degrees.</summary>
    public sealed record Location(double Latitude, double Longitude) : TurnInput;

    /// <summary>Nothing came until <paramref name="DueUtc"/>.</summary>
    public sealed record TimedOut(DateTime DueUtc) : TurnInput;

    /// <summary>The reporter blocked the bot, closed the page or cannot be reached over SMS: they cannot be written to until they write again.</summary>
    /// <param name="Barred">The provider lets nothing through until the reporter says so (a command <c>unstop</c>); other words do not lift it.</param>
    public sealed record Unreachable(bool Barred = false) : TurnInput;
}

public enum AttachmentKind
{
    Voice,
    Picture,
    Video,
    File,

    /// <summary>Carries nothing to hear or see (a sticker, a shared contact, a die): kept as a sign of life, not as evidence.</summary>
    Ornament,
}
