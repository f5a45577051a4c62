using Twilio.TwiML.Messaging;

namespace Twilio.TwiML;

/// <summary>The answer to an incoming message.</summary>
public class MessagingResponse : TwiML
{
    public MessagingResponse()
        : base("Response")
    {
    }

    public MessagingResponse Message(
        string body = null, string to = null, string from = null, Uri action = null, Twilio.Http.HttpMethod method = null, Uri statusCallback = null) =>
        Append(new Message(body, to, from, action, method, statusCallback));

    [Obsolete("Use Append")]
    public MessagingResponse Message(Message message) => Append(message);

    public new MessagingResponse Append(TwiML childElem) => (MessagingResponse)base.Append(childElem);
}
