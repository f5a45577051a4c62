using System.Text.Json.Serialization;

namespace Senim.Bots.Channels.WebChat;

/// <summary>What of a posted activity only this channel understands: how its echo looks.</summary>
/// <param name="Type">Kind of activity.</param>
/// <param name="ClientActivityId">What the client knows it by; without it in the echo the client reports "send failed".</param>
/// <param name="Shown">The words, or the label of the button pressed.</param>
/// <param name="EventName">Name of an event.</param>
internal sealed record WebMark(string Type, string? ClientActivityId, string? Shown, string? EventName);

[JsonSerializable(typeof(WebMark))]
internal sealed partial class WebMarkJson : JsonSerializerContext;
