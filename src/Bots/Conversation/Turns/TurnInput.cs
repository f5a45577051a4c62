using System.Text.Json.Serialization;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Intake;

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
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(QuestionDue), "questionDue")]
[JsonDerivedType(typeof(Relayed), "relayed")]
public abstract record TurnInput
{
    private TurnInput()
    {
    }

    /// <summary>The code of the door by which the reporter came, where it does not stand in what was done; as <c>DoorCode.Read</c> gives it.</summary>
    public string? Door { get; init; }

    /// <summary>Typed words. <paramref name="Edited"/>: an earlier message was changed to this.</summary>
    public sealed record Text(string Value, bool Edited = false) : TurnInput;

    /// <summary>A button of any age: it names the flow, the question it stood under, and the answer.</summary>
    public sealed record Choice(string Flow, string Question, string Value) : TurnInput;

    /// <summary>A command of the channel, lower case and without its mark (<c>start</c>, <c>cancel</c>, <c>hide</c>, <c>help</c>, <c>language</c>).</summary>
    public sealed record Command(string Name, string? Argument = null) : TurnInput;

    /// <summary>A voice note, picture, video, sticker or file, with its caption if there was one. Nobody has heard or seen it.</summary>
    /// <param name="IsTooLarge">It is larger than what is taken: it does not reach us.</param>
    public sealed record Attachment(AttachmentKind Kind, string? Caption, bool IsTooLarge = false) : TurnInput;

    /// <summary>A point that the reporter sent, in WGS84 degrees.</summary>
    public sealed record Location(double Latitude, double Longitude) : TurnInput;

    /// <summary>Nothing came until <paramref name="DueUtc"/>.</summary>
    public sealed record TimedOut(DateTime DueUtc) : TurnInput;

    /// <summary>The reporter blocked the bot, closed the page or cannot be reached over SMS: they cannot be written to until they write again.</summary>
    /// <param name="Barred">The provider lets nothing through until the reporter says so (a command <c>unstop</c>); other words do not lift it.</param>
    public sealed record Unreachable(bool Barred = false) : TurnInput;

    /// <summary>Staff asked something, or the service itself once the case was closed.</summary>
    public sealed record Asked(PutQuestion Question) : TurnInput;

    /// <summary>A moment that was waited for about a question.</summary>
    public sealed record QuestionDue(Guid Question, QuestionMoment What) : TurnInput;

    /// <summary>What the reporter did from another phone, by their code; or about an earlier report of the same chat.</summary>
    /// <param name="Question">The question that it answers; null for an addition.</param>
    /// <param name="Pressed">The answer that was pressed, by its code.</param>
    /// <param name="Words">What was typed.</param>
    /// <param name="Forgets">The contact is to be deleted.</param>
    public sealed record Relayed(Guid Signal, Guid? Question, string? Pressed, string? Words, bool Forgets) : TurnInput
    {
        /// <summary>The question as the conversation knew it, where it was asked about an earlier report of the same chat.</summary>
        public WaitingQuestion? About { get; init; }
    }

    /// <summary>The reporter did it in this conversation: it is answered, and shows that they are there.</summary>
    [JsonIgnore]
    public bool IsOfReporter => this is not (TimedOut or Unreachable or Asked or QuestionDue or Relayed);
}

/// <param name="Text">The officer's own words; null for a ready question.</param>
public sealed record PutQuestion(Guid Id, Guid Signal, string Code, Language Language, string? Text, DateTime AskedUtc);

public enum QuestionMoment
{
    /// <summary>The hours have begun in which the reporter may be told that there is a message.</summary>
    Push,

    /// <summary>By now it should have been read.</summary>
    Return,
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
