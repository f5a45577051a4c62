using System.Xml.Linq;
using Twilio.TwiML;
using Message = Twilio.TwiML.Messaging.Message;

namespace Senim.Shims.Twilio.Tests;

public class WritingTwiml
{
    [Fact]
    public void An_answer_is_a_document_of_lines()
    {
        var response = new MessagingResponse().Message("a<b>&\"' Қ").Append(new Message().Body("second"));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Response>
              <Message>a&lt;b&gt;&amp;"' Қ</Message>
              <Message>
                <Body>second</Body>
              </Message>
            </Response>
            """.ReplaceLineEndings(),
            response.ToString());
    }

    [Fact]
    public void An_answer_can_be_one_line() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Response><Message>x</Message></Response>",
        new MessagingResponse().Message("x").ToString(SaveOptions.DisableFormatting));

    [Fact]
    public void No_message_is_an_empty_answer() =>
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?><Response></Response>", new MessagingResponse().ToString(SaveOptions.DisableFormatting));

    [Fact]
    public void Attributes_stand_in_the_order_of_the_arguments() => Assert.EndsWith(
        "<Message to=\"+1\" from=\"+2\" action=\"https://a.kz/b?c=d&amp;e=ж\" method=\"GET\" statusCallback=\"https://s.kz/\">x</Message></Response>",
        new MessagingResponse()
            .Message("x", to: "+1", from: "+2", action: new Uri("https://a.kz/b?c=d&e=ж"), method: global::Twilio.Http.HttpMethod.Get, statusCallback: new Uri("https://s.kz/"))
            .ToString(SaveOptions.DisableFormatting),
        StringComparison.Ordinal);

    [Fact]
    public void Message_returns_the_answer_and_not_the_message()
    {
        var response = new MessagingResponse();

        Assert.Same(response, response.Message("x"));
    }

    [Fact]
    public void Lines_of_a_text_stay_lines() => Assert.Contains(
        ">a\nb\tc<", new MessagingResponse().Message("a\nb\tc").ToString(SaveOptions.DisableFormatting), StringComparison.Ordinal);

    [Fact]
    public void An_interpolated_answer_is_only_the_name_of_its_type()
    {
        object response = new MessagingResponse().Message("x");

        Assert.Equal("Twilio.TwiML.MessagingResponse", $"{response}");
    }

    [Fact]
    public void A_text_that_xml_cannot_hold_is_an_exception()
    {
        // Half of a pair: an attribute of a test could not hold it either.
        Assert.Throws<ArgumentException>(() => new MessagingResponse().Message("a\ud800b").ToString());
        Assert.Throws<ArgumentException>(() => new MessagingResponse().Message("a\u0001b").ToString());
    }
}
