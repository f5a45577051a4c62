using Microsoft.Bot.Schema;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Evidence;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>From a posted activity to what the reporter did.</summary>
internal sealed class ActivityMapping(IFlow flow)
{
    private static readonly string[] Commands = ["start", "cancel", "hide", "help", "language"];

    /// <summary>Events by which pages say that they are open: our own word, and the one that pages with the real client send.</summary>
    private static readonly string[] OpeningEvents = ["start", "webchat/join"];

    /// <param name="taken">Files that came with it, and what became of them.</param>
    public TurnInput Input(IMessageActivity activity, IReadOnlyList<InboundFile> taken)
    {
        if (activity.Posted(PostedData.Command) is { } command && Commands.Contains(command))
            return new TurnInput.Command(command);
        if (Code(activity) is { } code)
            return ChoiceCode.Read(code)!;
        if (activity.Attachments is not { Count: > 0 } files)
            return new TurnInput.Text(activity.Text ?? "");

        // What a file is, its content says; what the client calls it counts where there is none.
        var kind = taken.Where(file => file.Stored is not null).Select(file => file.Kind.ToString()).Select(Enum.Parse<AttachmentKind>)
            .DefaultIfEmpty(Kind(files[0].ContentType))
            .Min();
        return new TurnInput.Attachment(kind, activity.Text, taken.Count > 0 && taken.All(file => file.State == EvidenceState.TooLarge));
    }

    /// <summary>Null for an event that means nothing here.</summary>
    public static TurnInput? Input(IEventActivity activity) =>
        OpeningEvents.Contains(activity.Name) ? new TurnInput.Command("start") : null;

    /// <summary>
    /// The code of the button that was pressed; null when none was. Our page sends it beside the label, the real client as the value or as the
    /// text itself. Only codes of our flow count: "12:30:45" is something that was said.
    /// </summary>
    public string? Code(IMessageActivity activity)
    {
        foreach (var said in new[] { activity.Posted(PostedData.Choice), activity.Value as string, activity.Text })
        {
            if (IsCode(said))
                return said;
        }

        return null;
    }

    /// <summary>The label as the client gives it; null when all it sent was the code.</summary>
    public string? Label(IMessageActivity activity)
    {
        foreach (var said in new[] { activity.Posted(PostedData.DisplayText), activity.Text })
        {
            if (!string.IsNullOrWhiteSpace(said) && !IsCode(said))
                return said;
        }

        return null;
    }

    private bool IsCode(string? said) => ChoiceCode.Read(said) is { } choice && flow.Answers(choice.Flow);

    private static AttachmentKind Kind(string? contentType) => contentType?.Split('/')[0].ToLowerInvariant() switch
    {
        "audio" => AttachmentKind.Voice,
        "image" => AttachmentKind.Picture,
        "video" => AttachmentKind.Video,
        _ => AttachmentKind.File,
    };
}
