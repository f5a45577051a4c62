using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>Where a forwarded message came from; only whether there is one is looked at.</summary>
public class MessageOrigin
{
    [JsonConstructor]
    internal MessageOrigin()
    {
    }
}

/// <summary>An invite link; nothing of it is looked at.</summary>
public class ChatInviteLink
{
    [JsonConstructor]
    internal ChatInviteLink()
    {
    }
}

/// <summary>A chat with everything about it; here only a way to name the chat.</summary>
public class ChatFullInfo
{
    [JsonConstructor]
    internal ChatFullInfo()
    {
    }

    [JsonInclude]
    internal long Id { get; set; }
}

/// <summary>A message of blocks; only its absence can be said.</summary>
public class InputRichMessage
{
    [JsonConstructor]
    internal InputRichMessage()
    {
    }
}

/// <summary>A post suggested to a channel; only its absence can be said.</summary>
public class SuggestedPostParameters
{
    [JsonConstructor]
    internal SuggestedPostParameters()
    {
    }
}

/// <summary>A web application behind a button; only its absence can be said.</summary>
public class WebAppInfo
{
    [JsonConstructor]
    internal WebAppInfo()
    {
    }
}

/// <summary>A sign-in behind a button; only its absence can be said.</summary>
public class LoginUrl
{
    [JsonConstructor]
    internal LoginUrl()
    {
    }
}

/// <summary>Which chats a button offers; only its absence can be said.</summary>
public class SwitchInlineQueryChosenChat
{
    [JsonConstructor]
    internal SwitchInlineQueryChosenChat()
    {
    }
}

/// <summary>A text that a button copies; only its absence can be said.</summary>
public class CopyTextButton
{
    [JsonConstructor]
    internal CopyTextButton()
    {
    }
}

/// <summary>A game behind a button; it has no content at Telegram either.</summary>
public class CallbackGame
{
    [JsonConstructor]
    internal CallbackGame()
    {
    }
}
