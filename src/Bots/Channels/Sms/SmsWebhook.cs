using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// <c>POST /sms/webhook</c>. Reads the form, and does nothing with it until the signature holds; what does not is refused in one way,
/// whatever was wrong with it. The reply stands in the answer; what fails is answered 503, so that Twilio has the message still.
/// </summary>
internal sealed class SmsWebhook(
    IOptions<SmsOptions> options, SmsMapping mapping, ReplyReferences references, TurnRunner runner, ForgedPosts forged, ICheckpoints checkpoints, TimeProvider clock)
{
    private const string RetrySeconds = "5";

    private readonly bool isOn = options.Value.IsOn;
    private readonly OurNumber ours = new(options.Value.AccountSid, options.Value.From);
    private readonly RequestSignature signature = new(options.Value.AuthToken, options.Value.WebhookUrl);

    public async Task HandleAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } sms)
            return;

        checkpoints.Reached(Checkpoint.Verified);
        var turn = mapping.Map(sms, clock.NowUtc(), isLive: true);
        switch (await runner.RunAsync(turn))
        {
            case TurnResult.Done done:
                await AnswerAsync(context, done.Reply is { Text.Length: > 0 } reply ? Twiml.Message(reply.Text, references.Url(turn.Delivery)) : Twiml.Silence);
                break;
            case TurnResult.Spooled spooled:
                await AnswerAsync(context, Twiml.Message(spooled.Reply.Text, references.Url(turn.Delivery)));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = RetrySeconds;
                break;
        }
    }

    /// <returns>Null when it was answered already.</returns>
    private async ValueTask<IncomingSms?> ReadAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (!isOn)
            return null;
        using var form = await PostedForm.ReadAsync(context);
        if (form is null || !signature.Holds(context.Request.Headers[RequestSignature.Header], form))
        {
            forged.Count(ChannelKind.Sms);
            return null;
        }

        var sms = IncomingSms.Read(form, ours);
        if (sms is not null)
            context.Response.StatusCode = StatusCodes.Status200OK;
        else if (SmsProbe.IsIn(form))
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        return sms;
    }

    private static async Task AnswerAsync(HttpContext context, byte[] twiml)
    {
        context.Response.ContentType = Twiml.ContentType;
        context.Response.ContentLength = twiml.Length;
        await context.Response.Body.WriteAsync(twiml, context.RequestAborted);
    }
}
