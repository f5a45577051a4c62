using System.Xml.Linq;

namespace Twilio.TwiML.Messaging;

/// <summary>A message that goes back to the sender, or to whom it names.</summary>
public class Message : TwiML
{
    public Message(
        string body = null, string to = null, string from = null, Uri action = null, Twilio.Http.HttpMethod method = null, Uri statusCallback = null)
        : base("Message")
    {
        BodyAttribute = body;
        To = to;
        From = from;
        Action = action;
        Method = method;
        StatusCallback = statusCallback;
    }

    /// <summary>The text itself; a second one comes by <see cref="Body(string)"/>.</summary>
    public string BodyAttribute { get; set; }

    public string To { get; set; }

    public string From { get; set; }

    public Uri Action { get; set; }

    public Twilio.Http.HttpMethod Method { get; set; }

    public Uri StatusCallback { get; set; }

    public Message Body(string message = null) => Append(new Body(message));

    [Obsolete("Use Append")]
    public Message Body(Body body) => Append(body);

    public new Message Append(TwiML childElem) => (Message)base.Append(childElem);

    protected override string GetElementBody() => BodyAttribute ?? string.Empty;

    protected override List<XAttribute> GetElementAttributes() => Attributes(
        ("to", To), ("from", From), ("action", Action?.OriginalString), ("method", Method), ("statusCallback", StatusCallback?.OriginalString));
}
