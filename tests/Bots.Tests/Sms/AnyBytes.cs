using System.Text;
using Senim.Bots.Channels.Sms;

namespace Senim.Bots.Tests.Sms;

/// <summary>Whatever is posted, the reading of it ends in a form or in none, never in an exception.</summary>
public sealed class AnyBytes
{
    private static readonly RequestSignature Signature = new(TextForm.Token, "https://example.kz/sms/webhook");
    private static readonly OurNumber Ours = new(TextForm.Account, TextForm.Number);

    [Fact]
    public void Random_bytes_are_read_without_an_exception()
    {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++)
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            if (i % 2 == 0)
                Salt(body, random);
            Read(body);
        }
    }

    [Fact]
    public void Real_forms_with_bytes_changed_are_read_without_an_exception()
    {
        var random = new Random(9);
        var taken = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var body = TextForm.Of().Encode();
            for (var changes = random.Next(4); changes > 0; changes--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            taken += Read(body) ? 1 : 0;
        }

        Assert.InRange(taken, 1000, 19_000);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("&&&", 0)]
    [InlineData("a", 1)]
    [InlineData("=", 0)]
    [InlineData("=b", 1)]
    [InlineData("a=b=c", 4)]
    [InlineData("a=%41&b", 3)]
    public void Odd_forms_are_forms(string body, int bytes)
    {
        using var form = PostedForm.Read(Encoding.ASCII.GetBytes(body));
        Assert.Equal(bytes, form!.Length);
    }

    [Fact]
    public void Words_that_are_no_UTF8_are_kept_as_far_as_they_can_be_read()
    {
        var body = Encoding.ASCII.GetString(TextForm.Of(("Body", "XX")).Encode()).Replace("Body=XX", "Body=%D0%BC%FF%D0", StringComparison.Ordinal);
        using var form = PostedForm.Read(Encoding.ASCII.GetBytes(body))!;
        Assert.Equal("м\uFFFD\uFFFD", IncomingSms.Read(form, Ours)!.Body);
    }

    /// <summary>Signs that mean something in a form, where chance would rarely put them.</summary>
    private static void Salt(byte[] body, Random random)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (random.Next(3) == 0)
                body[i] = "%=&+0aF"u8[random.Next(7)];
        }
    }

    private static bool Read(byte[] body)
    {
        using var form = PostedForm.Read(body);
        if (form is null)
            return false;
        Assert.InRange(form.Length, 0, body.Length);
        Assert.False(Signature.Holds("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", form));
        return IncomingSms.Read(form, Ours) is not null;
    }
}
