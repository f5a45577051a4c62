using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>From a text to a turn. Twilio's id and the number go no further than the keyed hashes made of them, and the address to answer to.</summary>
internal sealed class SmsMapping(BlindIndex blind, string accountSid)
{
    /// <param name="isLive">Twilio waits for the answer to it: the reply goes there.</param>
    public InboundTurn Map(IncomingSms sms, DateTime receivedUtc, bool isLive) => new()
    {
        Channel = ChannelKind.Sms,
        Conversation = Conversation(sms.From),
        Delivery = Delivery(sms.Sid),
        Input = Read(sms),
        Files = [.. sms.Media.Select(media => media.ToFile()).OfType<InboundFile>()],
        ReceivedUtc = receivedUtc,
        ReplyAddress = Encoding.ASCII.GetBytes(sms.From),
        ChannelData = isLive ? LiveText.Instance : null,
    };

    public ConversationKey Conversation(string number) => blind.Conversation(ChannelKind.Sms, number);

    public DeliveryKey Delivery(string messageSid) => blind.Delivery($"sms|{accountSid}|{messageSid}");

    /// <summary>A message of ours, where its id is to be known again: 8 bytes of the same hash.</summary>
    public string Message(string messageSid) => Delivery(messageSid).ToString()[..16];

    public static string Number(byte[] address) => Encoding.ASCII.GetString(address);

    private static TurnInput Read(IncomingSms sms) => sms switch
    {
        { File: { } kind } => new TurnInput.Attachment(kind, string.IsNullOrWhiteSpace(sms.Body) ? null : sms.Body),
        _ when StopWords.Command(sms.Body) is { } command => new TurnInput.Command(command),
        _ => new TurnInput.Text(sms.Body),
    };
}

/// <summary>Marks a turn whose reply stands in the answer to Twilio's request.</summary>
internal sealed class LiveText
{
    public static readonly LiveText Instance = new();

    private LiveText()
    {
    }
}
