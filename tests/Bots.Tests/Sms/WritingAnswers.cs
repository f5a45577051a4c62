using System.Text;
using System.Xml.Linq;
using Senim.Bots.Channels.Sms;
using Twilio.TwiML;

namespace Senim.Bots.Tests.Sms;

/// <summary>The answers are the documents that the library would write.</summary>
public sealed class WritingAnswers
{
    [Theory]
    [InlineData("Көмек керек пе?\n1 иә\n2 жоқ")]
    [InlineData("a < b & c > \"d\" 'e' ]]>")]
    [InlineData("😀 әғқңөұүһі")]
    public void A_reply_is_the_library_s_document(string text)
    {
        const string status = "https://example.kz/sms/status?r=1&x=2";
        var wanted = XDocument.Parse(new MessagingResponse().Message(text, statusCallback: new Uri(status)).ToString());
        Assert.Equal(wanted.ToString(), Parse(Twiml.Message(text, status)).ToString());
    }

    [Fact]
    public void Silence_is_the_library_s_document() =>
        Assert.Equal(XDocument.Parse(new MessagingResponse().ToString()).ToString(), Parse(Twiml.Silence).ToString());

    [Fact]
    public void What_XML_has_no_form_for_becomes_a_space() =>
        Assert.Equal("a b", Parse(Twiml.Message("a\u0001b", "https://example.kz")).Root!.Value);

    private static XDocument Parse(byte[] twiml) => XDocument.Parse(Encoding.UTF8.GetString(twiml));
}
