using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>The channel's own data read as <typeparamref name="TypeT"/>; default when there is none.</summary>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT already => already,
        var other => JToken.FromObject(other).ToObject<TypeT>(),
    };

    /// <summary>As <see cref="GetChannelData{TypeT}"/>, with false where there is none or it has another form.</summary>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null)
            return false;

        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    public Mention[] GetMentions() =>
        Entities is null
            ? []
            : [.. Entities
                .Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
                .Select(entity => entity.GetAs<Mention>())];

    /// <summary>Whether there is anything to show: words, a summary, attachments, or data of the channel's own.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    /// <summary>Whether answers travel on the connection the activity came by instead of to a web address.</summary>
    public bool IsFromStreamingConnection() =>
        ServiceUrl is not null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
