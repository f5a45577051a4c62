using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons a client shows until one is pressed.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
    {
        To = to?.ToList();
        Actions = actions?.ToList();
    }

    [JsonProperty("to")]
    public IList<string> To { get; set; }

    [JsonProperty("actions")]
    public IList<CardAction> Actions { get; set; }
}
