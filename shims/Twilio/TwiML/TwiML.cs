using System.Text;
using System.Xml.Linq;

namespace Twilio.TwiML;

/// <summary>An element of the answer to a webhook.</summary>
public class TwiML
{
    private readonly string _tagName;
    private readonly List<TwiML> _children = [];

    protected TwiML(string tagName) => _tagName = tagName;

    public virtual TwiML Append(TwiML childElem)
    {
        _children.Add(childElem);
        return this;
    }

    public XDocument ToXDocument() => new(new XDeclaration("1.0", "utf-8", null), ToXml());

    /// <summary>Hides and does not override the method of every object: in an interpolated string an element is only its type's name.</summary>
    public string ToString(SaveOptions formattingOptions = SaveOptions.None)
    {
        using var text = new Utf8Writer();
        ToXDocument().Save(text, formattingOptions);
        return text.ToString();
    }

    protected virtual string GetElementBody() => string.Empty;

    protected virtual List<XAttribute> GetElementAttributes() => [];

    private protected static List<XAttribute> Attributes(params (string Name, object Value)[] attributes) =>
        [.. attributes.Where(attribute => attribute.Value is not null).Select(attribute => new XAttribute(attribute.Name, attribute.Value.ToString()!))];

    private XElement ToXml()
    {
        var element = new XElement(_tagName, GetElementBody(), GetElementAttributes());
        foreach (var child in _children.Where(child => child is not null))
            element.Add(child.ToXml());
        return element;
    }

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
