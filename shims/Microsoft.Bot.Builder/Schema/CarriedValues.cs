using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

// Values that the project passes on and never looks into: each keeps its JSON whole and shows none of it.

/// <summary>A reaction put on a message.</summary>
public class MessageReaction
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>A part of a message's text to be set off.</summary>
public class TextHighlight
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>An action that a client or another bot asks for by name.</summary>
public class SemanticAction
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>What an Adaptive Card sends with an invoke.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>The answer to an Adaptive Card's invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>A search that a client asks for with an invoke.</summary>
public class SearchInvokeValue
{
    [JsonExtensionData]
    private JObject Carried { get; set; } = [];
}

/// <summary>The answer to a search.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse;

/// <summary>Somebody named in a message's text; the details are among <see cref="Entity.Properties"/>.</summary>
public class Mention : Entity;
