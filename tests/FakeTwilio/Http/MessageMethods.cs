using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Http;

/// <summary>The messages of the account.</summary>
internal sealed class MessageMethods(SmsWorld world)
{
    /// <summary>What the server is told about a message; the rest of Twilio's parameters is not known here.</summary>
    private static readonly string[] Known = ["To", "From", "MessagingServiceSid", "Body", "StatusCallback", "ValidityPeriod", "SmartEncoded", "ContentRetention"];

    public ApiAnswer Create(ApiRequest request)
    {
        request.AllowOnly(Known);
        var wanted = OutgoingRules.Check(request, world);
        var message = world.Add((sid, sequence) => new StoredMessage
        {
            Sid = sid,
            Sequence = sequence,
            Direction = "outbound-api",
            From = wanted.From,
            To = wanted.To,
            Body = wanted.Body,
            Status = wanted.MessagingServiceSid is null ? "queued" : "accepted",
            Segments = SmsParts.Count(wanted.Body),
            StatusCallback = wanted.StatusCallback,
            MessagingServiceSid = wanted.MessagingServiceSid,
            Created = world.Now,
        });
        var answer = ApiAnswer.Of(message.ToJson(world.Options.AccountSid), 201);
        message.Status = "sent";
        message.Sent = world.Now;
        world.Receive(message);
        return answer;
    }

    public ApiAnswer List(ApiRequest request)
    {
        request.AllowOnly("To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken");
        var query = ListQuery.Read(request, world);
        return ApiAnswer.Of(query.Run(request, world));
    }

    public ApiAnswer Fetch(ApiRequest request, string sid)
    {
        request.AllowOnly();
        return ApiAnswer.Of(Find(request, sid).ToJson(world.Options.AccountSid));
    }

    /// <summary>The only change is to wipe the text.</summary>
    public ApiAnswer Update(ApiRequest request, string sid)
    {
        request.AllowOnly("Body", "Status");
        var message = Find(request, sid);
        if (request["Status"] is not null)
            throw TwilioRefusal.BadRequest(30409, "Only a scheduled message can be canceled");
        if (request["Body"] is not "")
            throw TwilioRefusal.BadRequest(20001, "Body can only be made empty");
        RequireFinal(message);
        message.Body = string.Empty;
        message.Updated = world.Now;
        return ApiAnswer.Of(message.ToJson(world.Options.AccountSid));
    }

    public ApiAnswer Delete(ApiRequest request, string sid)
    {
        request.AllowOnly();
        var message = Find(request, sid);
        RequireFinal(message);
        message.Deleted = true;
        message.Body = string.Empty;
        return ApiAnswer.NoContent;
    }

    private StoredMessage Find(ApiRequest request, string sid) => world.Find(sid) ?? throw TwilioRefusal.NotFound(request.Path);

    private static void RequireFinal(StoredMessage message)
    {
        if (!message.IsFinal)
            throw new TwilioRefusal(409, 20009, "Cannot delete this resource before it is complete");
    }
}
