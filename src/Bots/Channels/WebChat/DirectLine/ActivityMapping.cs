using Microsoft.Bot.Schema;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>From a posted activity to what the reporter did.</summary>
internal sealed class ActivityMapping(IFlow flow)
{
    private static readonly string[] Commands = ["start", "cancel", "hide", "help", "language"];

    /// <summary>Events by which pages say that they are open: our own word, and the one that pages with the real client send.</summary>
    private static readonly string[] OpeningEvents = ["start", "webchat/join"];

    public TurnInput Input(IMessageActivity activity)
    {
        if (activity.Posted(PostedData.Command) is { } command && Commands.Contains(command))
            return new TurnInput.Command(command);
        if (Code(activity) is { } code)
            return ChoiceCode.Read(code)!;
        return activity.Attachments is { Count: > 0 } files
            ? new TurnInput.Attachment(Kind(files[0].ContentType), activity.Text)
            : new TurnInput.Text(activity.Text ?? "");
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

    private bool IsCode(string? said) => ChoiceCode.Read(said) is { } choice && choice.Flow == flow.Name;

    private static AttachmentKind Kind(string? contentType) => contentType?.Split('/')[0].ToLowerInvariant() switch
    {
        "audio" => AttachmentKind.Voice,
        "image" => AttachmentKind.Picture,
        "video" => AttachmentKind.Video,
        _ => AttachmentKind.File,
    };
}
