using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary><c>POST /sms/status</c>: what became of a message of ours. Signed and refused as texts are.</summary>
internal sealed class SmsStatus(IOptions<SmsOptions> options, DeliveryResults results, ForgedPosts forged)
{
    private readonly bool isOn = options.Value.IsOn;
    private readonly OurNumber ours = new(options.Value.AccountSid, options.Value.From);
    private readonly RequestSignature signature = new(options.Value.AuthToken, options.Value.StatusUrl);

    public async Task HandleAsync(HttpContext context) => context.Response.StatusCode =
        await ReadAsync(context) is not { } report ? StatusCodes.Status403Forbidden
        : await results.TakeAsync(report) ? StatusCodes.Status200OK
        : StatusCodes.Status503ServiceUnavailable;

    private async ValueTask<DeliveryReport?> ReadAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value ?? "";
        if (!isOn || ReplyReferences.Read(query) is not { } reference)
            return null;
        using var form = await PostedForm.ReadAsync(context);
        if (form is not null && signature.Holds(context.Request.Headers[RequestSignature.Header], form, query))
            return DeliveryReport.Read(form, ours, reference);
        forged.Count(ChannelKind.Sms);
        return null;
    }
}
