using System.Xml;
using System.Xml.Linq;

namespace Senim.FakeTwilio.Webhooks;

/// <summary>The answer to a webhook. What Twilio's debugger would complain of is told with its code.</summary>
internal static class TwimlReader
{
    private static readonly string[] Attributes = ["to", "from", "action", "method", "statusCallback"];

    public static (IReadOnlyList<TwimlMessage> Messages, TwilioAlert? Alert) Read(string? contentType, string body)
    {
        if (body.Length == 0)
            return ([], null);
        if (contentType is not ("text/xml" or "application/xml"))
            return ([], new TwilioAlert(12300, $"Invalid Content-Type: {contentType}"));
        XElement root;
        try
        {
            root = XElement.Parse(body);
        }
        catch (XmlException broken)
        {
            return ([], new TwilioAlert(12100, $"Document parse failure: {broken.Message}"));
        }

        if (root.Name != "Response")
            return ([], new TwilioAlert(12102, $"Response is missing: {root.Name}"));
        var messages = new List<TwimlMessage>();
        foreach (var element in root.Elements())
        {
            if (Wrong(element) is { } wrong)
                return ([], new TwilioAlert(12200, $"Schema validation warning: {wrong}"));
            var text = element.Element("Body")?.Value ?? string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
            messages.Add(new TwimlMessage(text, element.Attribute("to")?.Value, element.Attribute("from")?.Value, element.Attribute("statusCallback")?.Value));
        }

        return (messages, null);
    }

    private static string? Wrong(XElement element)
    {
        if (element.Name != "Message")
            return $"<{element.Name}> in <Response>";
        if (element.Elements().FirstOrDefault(child => child.Name != "Body") is { } child)
            return $"<{child.Name}> in <Message>";
        return element.Attributes().FirstOrDefault(attribute => !Attributes.Contains(attribute.Name.ToString())) is { } attribute
            ? $"attribute {attribute.Name} of <Message>"
            : null;
    }
}

/// <summary>A message that the answer asks for.</summary>
internal sealed record TwimlMessage(string Body, string? To, string? From, string? StatusCallback);
