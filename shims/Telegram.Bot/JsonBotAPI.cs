using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

/// <summary>How the Bot API writes JSON.</summary>
public static class JsonBotAPI
{
    /// <summary>For reading updates and writing answers to webhooks by hand.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Gives other options, such as those of a web framework, the rules of the Bot API.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(TolerateAbsence);
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>"required" holds for callers who build an object, not for what the server leaves out; buttons are built by callers alone.</summary>
    private static void TolerateAbsence(JsonTypeInfo type)
    {
        if (type.Type == typeof(InlineKeyboardButton) || type.Type == typeof(KeyboardButton))
            return;
        foreach (var property in type.Properties)
            property.IsRequired = false;
    }
}
