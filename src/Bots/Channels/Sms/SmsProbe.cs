using System.Net.Http.Headers;
using System.Text;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// A form that we sign and post to our own public address. Only the service that holds the same token and knows the address by the same letters
/// takes it, and does nothing with it: no message is in it.
/// </summary>
internal static class SmsProbe
{
    private const string Name = "SenimProbe";

    public static bool IsIn(PostedForm form) => form.Has("SenimProbe"u8) && !form.Has("MessageSid"u8);

    public static HttpRequestMessage Make(SmsOptions options)
    {
        var body = Encoding.ASCII.GetBytes($"{Name}=1");
        using var form = PostedForm.Read(body)!;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.WebhookUrl)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add(RequestSignature.Header, new RequestSignature(options.AuthToken, options.WebhookUrl).Sign(form));
        return request;
    }
}
