using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Senim.Bots.Channels.Sms;

/// <summary>Sends a text outside of an answer. What Twilio says of it is understood here and nowhere else.</summary>
internal sealed class SmsSender(ITwilioRestClient client, SmsPace pace, IOptions<SmsOptions> options)
{
    /// <param name="isDue">It waited for its time already.</param>
    public async Task<SendResult> SendAsync(string number, OutboundReply reply, bool isDue)
    {
        if (pace.Take(Segments.Count(reply.Text), reply.IsDangerHelp, isDue) is { } wait)
            return new SendResult.Later(wait);
        try
        {
            var message = await MessageResource.CreateAsync(
                new CreateMessageOptions(new PhoneNumber(number))
                {
                    From = new PhoneNumber(options.Value.From),
                    Body = reply.Text,
                    StatusCallback = new Uri(options.Value.StatusUrl),
                },
                client);
            return new SendResult.Sent(message.Sid);
        }
        catch (ApiException error)
        {
            return Map(error);
        }
        catch (Exception)
        {
            // No answer in time, no connection, or an answer in a form that the library does not read.
            return new SendResult.Later(null);
        }
    }

    /// <summary>Twilio, "Error and warning dictionary".</summary>
    private static SendResult Map(ApiException error) => error.Code switch
    {
        ErrorCodes.RecipientStopped => new SendResult.Gone(Barred: true),
        ErrorCodes.InvalidTo or ErrorCodes.NoMobile or ErrorCodes.NoWayTo => new SendResult.Gone(Barred: false),
        ErrorCodes.QueueOverflow => new SendResult.Later(TimeSpan.FromMinutes(1)),

        // The token is wrong or being changed: nothing that the reporter could help.
        ErrorCodes.Authenticate => new SendResult.Later(null),
        _ => error.Status switch
        {
            // No status: a gateway's page instead of an answer.
            0 or 401 or 404 or 408 or 429 or >= 500 => new SendResult.Later(null),
            _ => new SendResult.Refused($"twilio-{error.Code}"),
        },
    };
}

/// <summary>What Twilio answered.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <param name="Sid">Twilio's id of the message.</param>
    public sealed record Sent(string Sid) : SendResult;

    /// <summary>It is not its time yet, too many requests, a server error, or no answer in time.</summary>
    public sealed record Later(TimeSpan? After) : SendResult;

    public sealed record Gone(bool Barred) : SendResult;

    public sealed record Refused(string Code) : SendResult;
}
