namespace Senim.Bots.Channels.Telegram;

/// <summary>What of an update only this channel understands.</summary>
internal sealed record TelegramMark
{
    /// <summary>Id of the message whose button was pressed.</summary>
    public int? PressedMessage { get; init; }

    /// <summary>That message may be forwarded, copied and saved.</summary>
    public bool PressedMayBeCopied { get; init; }

    /// <summary>Id of the press, to be answered.</summary>
    public string? CallbackQuery { get; init; }

    /// <summary>Id of a message the reporter sent.</summary>
    public int? TypedMessage { get; init; }

    /// <summary>When that message was sent (UTC); from then on Telegram counts for how long it can be removed.</summary>
    public DateTime? SentUtc { get; init; }

    /// <summary>It is no text (a voice note, a picture, a sticker): the chat holds the only copy until its file is with us.</summary>
    public bool IsOnlyCopy { get; init; }

    /// <summary>A command says nothing about anybody: nobody needs to be told that it goes.</summary>
    public bool IsCommand { get; init; }

    /// <summary>The reporter wants the messages to stay in the chat.</summary>
    public bool KeepsTyped { get; init; }

    /// <summary>Set on the way: once the turn is durable, the typed message may go, since the reporter knows that it does.</summary>
    public bool MayRemove { get; set; }
}
