namespace Twilio.TwiML.Messaging;

/// <summary>The text of a message as an element of its own.</summary>
public class Body : TwiML
{
    public Body(string message = null)
        : base("Body") => Message = message;

    public string Message { get; set; }

    public new Body Append(TwiML childElem) => (Body)base.Append(childElem);

    protected override string GetElementBody() => Message ?? string.Empty;
}
