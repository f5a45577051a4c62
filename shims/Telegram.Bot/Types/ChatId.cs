using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A chat by its number or by "@name".</summary>
[JsonConverter(typeof(ChatIdConverter))]
public class ChatId : IEquatable<ChatId>
{
    public ChatId(long identifier) => Identifier = identifier;

    /// <exception cref="ArgumentException">Neither "@name" nor a number.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
            Username = username;
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var identifier))
            Identifier = identifier;
        else
            throw new ArgumentException("A chat is named by a number or by @ and a name.", nameof(username));
    }

    public long? Identifier { get; }

    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);

    [return: NotNullIfNotNull(nameof(chat))]
    public static implicit operator ChatId?(Chat? chat) => chat is null ? null : new ChatId(chat.Id);

    [return: NotNullIfNotNull(nameof(chatFullInfo))]
    public static implicit operator ChatId?(ChatFullInfo? chatFullInfo) => chatFullInfo is null ? null : new ChatId(chatFullInfo.Id);

    [return: NotNullIfNotNull(nameof(user))]
    public static implicit operator ChatId?(User? user) => user is null ? null : new ChatId(user.Id);

    public bool Equals(ChatId? other) => other is not null && Identifier == other.Identifier && Username == other.Username;

    public override bool Equals(object? obj) => Equals(obj as ChatId);

    public override int GetHashCode() => HashCode.Combine(Identifier, Username);

    public override string ToString() => Username ?? Identifier?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
